//! Words that page, command, documents and lists have in common: each once, in both languages.

use crate::base::{citation::Confidence, text::Lang, truth::Truth};

/// The final verdict 「最终判断结果」.
pub const fn verdict(truth: Truth, lang: Lang) -> &'static str {
    match truth {
        Truth::Met => lang.pick("符合条件", "Conditions met"),
        Truth::Unmet => lang.pick("暂不符合条件", "Conditions not met yet"),
        Truth::Undetermined => lang.pick("尚不能判断", "Cannot be determined yet"),
    }
}

/// The warning that stands by every verdict 「仅供自测参考，不作为评审依据」.
pub const fn warning(lang: Lang) -> &'static str {
    lang.pick("仅供自测参考，不作为评审依据。", "For self-test only; not a basis for any review.")
}

/// How sure our reading of a policy text is 「可靠程度」.
pub const fn confidence(confidence: Confidence, lang: Lang) -> &'static str {
    match confidence {
        Confidence::Confirmed => lang.pick("多个来源一致", "several sources agree"),
        Confidence::Single => lang.pick("仅有一个来源", "one source"),
        Confidence::Uncertain => lang.pick("待核实", "uncertain"),
        Confidence::Memory => lang.pick("暂无公开出处，待核实", "no public source, to be confirmed"),
    }
}
