//! Words of the page in the reader's language: [`Lang::pick`] for constants, [`say!`] for sentences
//! with figures in them.

pub use zjtx_evaluator::Lang;
use zjtx_evaluator::{ApplicationKind, Confidence, Truth};

/// A sentence in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    zh: &'static str,
    en: &'static str,
}

impl Words {
    /// A sentence, Chinese first.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The sentence in a language.
    pub const fn get(self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

/// One of two format strings, Chinese first.
macro_rules! say {
    ($lang:expr, $zh:literal, $en:literal $(,)?) => {
        match $lang {
            $crate::words::Lang::Zh => format!($zh),
            $crate::words::Lang::En => format!($en),
        }
    };
}
pub(crate) use say;

/// 「仅供自测参考，不作为评审依据」
pub const fn warning(lang: Lang) -> &'static str {
    lang.pick("仅供自测参考，不作为评审依据。", "For self-test only; not a basis for any review.")
}

/// 「最终判断结果」
pub const fn verdict(truth: Truth, lang: Lang) -> &'static str {
    match truth {
        Truth::Met => lang.pick("符合条件", "Conditions met"),
        Truth::Unmet => lang.pick("暂不符合条件", "Conditions not met yet"),
        Truth::Undetermined => lang.pick("尚不能判断", "Cannot be determined yet"),
    }
}

/// 「新申请」 or 「复核」
pub const fn application_kind(kind: ApplicationKind, lang: Lang) -> &'static str {
    match kind {
        ApplicationKind::First => lang.pick("新申请", "First application"),
        ApplicationKind::Renewal => lang.pick("复核", "Renewal (复核)"),
    }
}

/// How sure our reading of a policy text is.
pub const fn confidence(confidence: Confidence, lang: Lang) -> &'static str {
    match confidence {
        Confidence::Confirmed => lang.pick("多方印证", "several sources agree"),
        Confidence::Single => lang.pick("单一来源", "one source"),
        Confidence::Uncertain => lang.pick("存疑", "uncertain"),
        Confidence::Memory => lang.pick("凭记忆，未再查到", "from memory, not found again"),
    }
}

/// 一, 二, 三 … for headings; figures in English and beyond ten.
pub fn ordinal(number: usize, lang: Lang) -> String {
    const WORDS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    match (lang, number.checked_sub(1).and_then(|index| WORDS.get(index))) {
        (Lang::Zh, Some(word)) => format!("{word}、"),
        _ => format!("{number}. "),
    }
}
