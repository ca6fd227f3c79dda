//! What the preparation list says.

use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const PREPARATION_LIST: Words = Words::new("准备清单", "Preparation list");
pub const HOW_LONG_BEFORE_THE: Words = Words::new(
    "各步提前的天数是本工具的建议，不是政策规定的期限。截止日和所需材料以当年的正式通知为准。",
    "How long before the deadline each step stands is our advice, no period set by policy. The deadline and the material are those of the year’s notice.",
);
pub const THE_TICKS_ARE_KEPT: Words =
    Words::new("勾选记录仅保存在本机浏览器。", "The ticks are kept in this browser only.");
pub const PRINT: Words = Words::new("打印", "Print");
pub const BACK_TO_THE_RESULT: Words = Words::new("返回结果", "Back to the result");
pub const ROUNDS: Words = Words::new("申报批次", "Rounds");
pub const COUNTED_BACK_FROM_WHICH: Words = Words::new("选择申报批次", "Counted back from which round");
pub const A_DAY_OF_MY: Words = Words::new("自定截止日期", "a day of my own");
pub const OR_A_DEADLINE_OF: Words = Words::new("或自定截止日期", "or a deadline of your own");
pub const NO_ROUND_TO_COME: Words = Words::new(
    "暂无后续批次信息。设定截止日期后自动排出各步时间。",
    "No round to come was found. Set a deadline, and the steps get their days.",
);
pub const YOUR_OWN_DEADLINE: Words = Words::new("自定截止日期：", "Your own deadline: ");
pub const THAT_DAY_HAS_PASSED: Words = Words::new("，已过，请尽快", "; that day has passed, do it soon");
pub const DEADLINE: Words = Words::new("截止日：", "Deadline: ");
pub const EXPECTED_TO_END_AT: Words = Words::new("预计最晚到：", "Expected to end at the latest on: ");
pub const THE_DAYS_OF_FILING: Words = Words::new(
    "填报时间尚未公布，暂按预计最早开始日期倒排：",
    "The days of filing are unknown; counted back from the first day on which it may begin: ",
);

pub fn days_from_today(lang: Lang, day: impl Display, left: impl Display) -> String {
    say!(lang, "{day}（距今天 {left} 天）", "{day} ({left} days from today)")
}

pub fn advised_days_ahead(lang: Lang, days: impl Display) -> String {
    say!(lang, "建议提前 {days} 天", "advised {days} days ahead")
}

pub fn advised_by_days_ahead(
    lang: Lang,
    due: impl Display,
    days: impl Display,
    late: impl Display,
) -> String {
    say!(lang, "建议不晚于 {due}（提前 {days} 天）{late}", "advised by {due} ({days} days ahead){late}")
}

pub fn only_expected(lang: Lang, title: impl Display) -> String {
    say!(lang, "{title}（预计）", "{title} (estimate)")
}
