//! Words of the form with all questions.

pub use crate::words::{COLON, COMMA, NOT_SURE, SUBMIT, verdict};
use crate::words::{Lang, Words, say};

pub const ABOUT: Words = Words::new("约 ", " about ");
pub const HEADING: Words = Words::new("自测填报", "Fill in the self-test");
pub const SO_FAR: Words = Words::new("当前判断", "Result so far");
pub const EACH_CONDITION: Words = Words::new("查看逐条判断", "See condition by condition");
pub const SIZE_CLASS: Words = Words::new("划型：", "Size class: ");
pub const PLEASE_MEND: Words =
    Words::new("以下内容填写有误，请更正后再提交", "These answers cannot be read; please mend them");
pub const COLON_QUOTE: Words = Words::new("：“", ": “");
pub const SECTIONS: Words = Words::new("各节", "Sections");
pub const STEP_BY_STEP: Words = Words::new("改用引导填写", "Step by step");
pub const WHAT_SUBMITTING_DOES: Words = Words::new(
    "提交后在本机生成结果，存入“自测结果查询”，不上传",
    "Submitting makes the result on this device and keeps it under “Past tests”",
);
pub const KEPT_AS_YOU_TYPE: Words = Words::new("已自动暂存在本机浏览器", "Kept in this browser as you type");
pub const BACK: Words = Words::new("上一节", "Back");
pub const NEXT: Words = Words::new("下一节", "Next");
pub const CLEAR: Words = Words::new("清空本节", "Clear this section");
pub const OPEN: Words = Words::new("待填", "open");
/// What the Chinese titles of all levels end with.
pub const FIRM: &str = "企业";
/// What stands before it in some.
pub const SMALL_AND_MEDIUM: &str = "中小";

/// How few answers could settle a level.
pub fn to_fill_in(count: u32, lang: Lang) -> String {
    say!(lang, "待填 {count} 项", "{count} to fill in")
}

/// Growth over the year before.
pub fn growth(growth: &str, lang: Lang) -> String {
    say!(lang, "同比增长{growth}", "growth over the year before:{growth}")
}
