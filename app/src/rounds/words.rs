//! What the page of rounds says.

use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const ROUNDS_OF_APPLICATION: Words = Words::new("申报批次", "Rounds of application");
pub const PREPARATION_LIST: Words = Words::new("准备清单", "Preparation list");
pub const NO_ROUND_THAT_IS: Words =
    Words::new("没有查到还未结束的批次。", "No round that is not over was found.");
pub const ROUNDS_THAT_ARE_OVER: Words = Words::new("已结束的批次", "Rounds that are over");
pub const ANNOUNCED: Words = Words::new("已公布", "announced");
pub const ONLY_EXPECTED: Words = Words::new("仅为推测", "only expected");
pub const FIRST_APPLICATION: Words = Words::new("新申请", "first application");
pub const RENEWAL: Words = Words::new("复核", "renewal (复核)");
pub const YEARLY_UPDATE_BY_FIRMS: Words =
    Words::new("已有称号的企业更新信息", "yearly update by firms that hold the title");
pub const LIST_COMMA: Words = Words::new("、", ", ");
pub const FIRMS: Words = Words::new("企业", "firms");
pub const AUTHORITIES: Words = Words::new("主管部门", "authorities");
pub const ABOUT: Words = Words::new("约 ", "about ");
pub const OVER: Words = Words::new("已截止", "over");
pub const ENDS_TODAY: Words = Words::new("今天截止", "ends today");
pub const HAS_BEGUN: Words = Words::new("已开始", "has begun");

pub fn the_rounds_and_deadlines(lang: Lang, today: impl Display) -> String {
    say!(
        lang,
        "各认定事项有出处的批次和截止日，按今天（{today}）计算天数。“已公布”是所引文件写明的日期；“仅为推测”是按以往批次推断的，没有文件，以正式通知为准。",
        "The rounds and deadlines of each scheme that have a source, with the days counted from today ({today}). “Announced” days are written in the cited document; “only expected” ones are inferred from earlier rounds, no document states them, and the notice will count."
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
