//! What the pages of rules say.

use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const ALL_RULE_PACKS: Words = Words::new("全部规则包", "All rule packs");
pub const REVISION: Words = Words::new("，修订 ", ", revision ");
pub const SOURCES: Words = Words::new("政策依据", "Sources");
pub const RULES: Words = Words::new("规则说明", "Rules");
pub const ALL_CONDITIONS_SCORE_TABLES: Words = Words::new(
    "每个规则包的全部条件、评分表、依据和我们对原文的把握程度，由判断所用的同一份数据生成。",
    "All conditions, score tables and sources of each rule pack, and how sure our reading is, made from the very data that judges.",
);
pub const ROUNDS_OF_APPLICATION_AND: Words =
    Words::new("申报批次与截止日", "Rounds of application and their deadlines");
pub const IN_FORCE: Words = Words::new("现行", "in force");
pub const SEMICOLON: Words = Words::new("；", "; ");

pub fn to(lang: Lang, from: impl Display, to: impl Display) -> String {
    say!(lang, "{from} 至 {to}", "{from} to {to}")
}

pub fn from(lang: Lang, from: impl Display) -> String {
    say!(lang, "{from} 起", "from {from}")
}

pub const DIFFERENCES_FROM_THE_VERSION: Words =
    Words::new("与上一版本的差别", "Differences from the version before");
pub const THERE_IS_NO_EARLIER: Words = Words::new("没有更早的版本。", "There is no earlier version.");
pub const VERSION_BEFORE: Words = Words::new("上一版本：", "Version before: ");
pub const NO_DIFFERENCES: Words = Words::new("没有差别。", "No differences.");
