//! What results are told in, in both languages.

use zjtx_evaluator::Lang;
pub(crate) use zjtx_evaluator::words::{verdict, warning};

/// Where no pack is in force for a firm.
pub(crate) const fn no_rules(lang: Lang) -> &'static str {
    lang.pick("没有适用的规则", "No rules apply")
}

/// Between conditions, changes or mistakes.
pub(crate) const fn semicolon(lang: Lang) -> &'static str {
    lang.pick("；", "; ")
}
