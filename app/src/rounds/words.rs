//! What the page of rounds says.

pub use crate::words::LIST_COMMA;
use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const ROUNDS_OF_APPLICATION: Words = Words::new("申报批次", "Rounds of application");
pub const PREPARATION_LIST: Words = Words::new("准备清单", "Preparation list");
pub const NO_ROUND_THAT_IS: Words =
    Words::new("暂无进行中或即将开始的批次。", "No current or upcoming rounds.");
pub const ROUNDS_THAT_ARE_OVER: Words = Words::new("已结束的批次", "Rounds that are over");
pub const ANNOUNCED: Words = Words::new("已公布", "announced");
pub const ONLY_EXPECTED: Words = Words::new("预计", "estimate");
pub const FIRST_APPLICATION: Words = Words::new("新申请", "first application");
pub const RENEWAL: Words = Words::new("复核", "renewal (复核)");
pub const YEARLY_UPDATE_BY_FIRMS: Words =
    Words::new("已认定企业年度信息更新", "yearly update by firms that hold the title");
pub const FIRMS: Words = Words::new("企业", "firms");
pub const AUTHORITIES: Words = Words::new("主管部门", "authorities");
pub const ABOUT: Words = Words::new("约 ", "about ");
pub const OVER: Words = Words::new("已截止", "over");
pub const ENDS_TODAY: Words = Words::new("今天截止", "ends today");
pub const HAS_BEGUN: Words = Words::new("已开始", "has begun");

pub fn the_rounds_and_deadlines(lang: Lang, today: impl Display) -> String {
    say!(
        lang,
        "各级申报批次和截止日期，天数自今天（{today}）起算。“已公布”以所列文件为据；“预计”根据往年安排推测，以正式通知为准。",
        "The rounds and deadlines of each scheme that have a source, with the days counted from today ({today}). “Announced” days are written in the cited document; “Estimates” are inferred from earlier rounds; the official notice prevails."
    )
}

pub fn basis(lang: Lang, by: impl Display) -> String {
    say!(lang, "（{by}）：", " ({by}): ")
}

pub fn to(lang: Lang, from: impl Display, to: impl Display) -> String {
    say!(lang, "{from} 至 {to}", "{from} to {to}")
}

pub fn by(lang: Lang, to: impl Display) -> String {
    say!(lang, "{to} 前", "by {to}")
}

pub fn from(lang: Lang, from: impl Display) -> String {
    say!(lang, "{from} 起", "from {from}")
}

pub fn month_of_year(lang: Lang, year: impl Display, month: impl Display) -> String {
    say!(lang, "{year} 年 {month} 月", "{year}-{month:02}")
}

pub fn begins_in_days(lang: Lang, about: impl Display, until: impl Display) -> String {
    say!(lang, "{about}{until} 天后开始", "begins in {about}{until} days")
}

pub fn days_left(lang: Lang, left: impl Display) -> String {
    say!(lang, "还剩 {left} 天", "{left} days left")
}
