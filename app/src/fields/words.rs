//! Words of the fields.

pub use crate::words::{COLON, NO, NOT_SURE, PLEASE_CHOOSE, YES};
use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const GUIDANCE: Words = Words::new("填写说明和佐证材料", "Definition and evidence");
pub const EVIDENCE: Words = Words::new("佐证材料：", "Evidence: ");
pub const CODE_OR_NAME: Words =
    Words::new("2–4 位代码，可输入名称查找", "code of 2–4 digits; type a name to find it");
pub const WAS_IN_YUAN: Words = Words::new("原数是元，改为 ", "It was in 元: make it ");
pub const FIND_A_PLACE: Words = Words::new("查找市、区县", "Find a city or district");
pub const HOW_TO_FIND: Words =
    Words::new("名称（含原名）、拼音或六位代码", "name (also a former one), pinyin or six-digit code");
pub const NOTHING_FOUND: Words = Words::new(
    "没有找到；请换一个写法，或填六位代码。",
    "Nothing found; try another spelling or the six-digit code.",
);
pub const PLACE: Words = Words::new("名次", "Place");
pub const NO_PLACE: Words = Words::new("无（未排名或未获奖）", "None (no place)");
pub const FROM_FIRST: Words = Words::new("（第几名）", " (from 1)");
pub const NONE_OF_THESE: Words = Words::new("以上都不是", "None of these");
pub const OPTIONAL: Words = Words::new("选填，仅保存在本机", "optional, stays on this device");
pub const THAT_IS: Words = Words::new("即 ", "that is ");

/// The end of the year before the day of the rules.
pub fn end_of_last_year(year: i16, lang: Lang) -> String {
    say!(lang, "{year} 年末（上年末）", "end of {year} (last year)")
}

/// The end of a year.
pub fn end_of_year(year: i16, lang: Lang) -> String {
    say!(lang, "{year} 年末", "end of {year}")
}

/// The year of an application.
pub fn of_year(year: i16, lang: Lang) -> String {
    say!(lang, "{year} 年度", "{year}")
}

/// The year before the day of the rules.
pub fn last_year(year: i16, lang: Lang) -> String {
    say!(lang, "{year} 年（上年度）", "{year} (last year)")
}

/// A year.
pub fn year(year: i16, lang: Lang) -> String {
    say!(lang, "{year} 年", "{year}")
}

/// The place that is answered, where no choice of the list has it.
pub fn chosen(name: &str, lang: Lang) -> String {
    say!(lang, "已选：{name}", "Chosen: {name}")
}

/// By which name or code a place was found that it no longer has.
pub fn formerly(name: &str, code: &str, until: impl Display, lang: Lang) -> String {
    say!(lang, "（原{name}，{code}，{until}年止）", " (formerly {name}, {code}, until {until})")
}
