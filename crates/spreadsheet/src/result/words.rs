//! What results are told in, in both languages.

use zjtx_evaluator::{Lang, Truth};

/// The verdict in the words of the self-test.
pub(crate) const fn verdict(truth: Truth, lang: Lang) -> &'static str {
    match truth {
        Truth::Met => lang.pick("符合条件", "Conditions met"),
        Truth::Unmet => lang.pick("暂不符合条件", "Conditions not met yet"),
        Truth::Undetermined => lang.pick("尚不能判断", "Cannot be determined yet"),
    }
}

/// Where no pack is in force for a firm.
pub(crate) const fn no_rules(lang: Lang) -> &'static str {
    lang.pick("没有适用的规则", "No rules apply")
}

/// Between conditions, changes or mistakes.
pub(crate) const fn semicolon(lang: Lang) -> &'static str {
    lang.pick("；", "; ")
}
