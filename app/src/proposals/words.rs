//! What is said of proposed answers.

pub use crate::words::{COLON, LIST_COMMA};
use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const PLEASE_CHECK_EACH_ONE: Words = Words::new(
    "请逐项核对，勾选要填入的。未填的已默认勾选；与已填内容不同的，默认不勾选。",
    "Please check each one and tick what is to be filled in. What is blank now is ticked already; what would replace your own answer is not.",
);
pub const PROPOSED_ANSWERS: Words = Words::new("可填入的数据", "Proposed answers");
pub const NOW: Words = Words::new("现在：", "now: ");
pub const BLANK: Words = Words::new("（空）", "(blank)");
pub const NOT_SURE: Words = Words::new("不清楚", "not sure");
pub const NONE: Words = Words::new("无", "none");
pub const YES: Words = Words::new("是", "yes");
pub const NO: Words = Words::new("否", "no");
pub const TO_BE_SETTLED: Words = Words::new("待确认：", "to be settled: ");

pub fn fill_in_the_chosen(lang: Lang, count: impl Display) -> String {
    say!(lang, "填入所选的 {count} 项", "Fill in the {count} chosen")
}
