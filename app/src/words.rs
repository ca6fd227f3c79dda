//! Words of the page in the reader's language: [`Lang::pick`] for constants, [`say!`] for sentences
//! with figures in them.

use zjtx_evaluator::ApplicationKind;
pub use zjtx_evaluator::{
    Lang,
    words::{confidence, verdict, warning},
};

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

/// What the service is called where the site does not say.
pub const SERVICE: Words = Words::new("专精特新企业自测", "SME self-test");
/// Between a name and what is said of it.
pub const COLON: Words = Words::new("：", ": ");
/// Between the items of a list.
pub const LIST_COMMA: Words = Words::new("、", ", ");
/// Between clauses.
pub const COMMA: Words = Words::new("，", ", ");
/// The first choice of a list, which chooses nothing.
pub const PLEASE_CHOOSE: Words = Words::new("请选择", "Please choose");
/// An answer.
pub const YES: Words = Words::new("是", "Yes");
/// An answer.
pub const NO: Words = Words::new("否", "No");
/// An answer that leaves a question open.
pub const NOT_SURE: Words = Words::new("不清楚", "Not sure");
/// Whether a firm applies for the first time.
pub const APPLICATION_KIND: Words = Words::new("申请类型", "Kind of application");
/// To the result, which is kept.
pub const SUBMIT: Words = Words::new("提交并查看结果", "Submit and see the result");
/// A step of the ladder.
pub const LEVEL: Words = Words::new("级别", "Level");
/// Between the parts of a sentence.
pub const SEMICOLON: Words = Words::new("；", "; ");

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

/// 「新申请」 or 「复核」
pub const fn application_kind(kind: ApplicationKind, lang: Lang) -> &'static str {
    kind.name(lang)
}

/// 一, 二, 三 … for headings; figures in English and beyond ten.
pub fn ordinal(number: usize, lang: Lang) -> String {
    const WORDS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    match (lang, number.checked_sub(1).and_then(|index| WORDS.get(index))) {
        (Lang::Zh, Some(word)) => format!("{word}、"),
        _ => format!("{number}. "),
    }
}
