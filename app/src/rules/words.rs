//! What the pages of rules say.

pub use crate::words::SEMICOLON;
use crate::words::{Lang, Words, say};
use std::fmt::Display;

pub const ALL_RULE_PACKS: Words = Words::new("全部标准", "All rule packs");
pub fn revision(lang: Lang, revision: impl Display) -> String {
    say!(lang, "，第 {revision} 次整理", ", our version {revision}")
}

pub const SOURCES: Words = Words::new("政策依据", "Sources");
pub const RULES: Words = Words::new("规则说明", "Rules");
pub const ALL_CONDITIONS_SCORE_TABLES: Words = Words::new(
    "各版标准的全部条件、评分表和依据，并标明条文核实程度，与判断所用规则一致。",
    "All conditions, score tables and sources of each rule pack, and how sure our reading is, made from the very data that judges.",
);
pub const ROUNDS_OF_APPLICATION_AND: Words =
    Words::new("申报批次与截止日", "Rounds of application and their deadlines");
pub const IN_FORCE: Words = Words::new("现行", "in force");

pub fn to(lang: Lang, from: impl Display, to: impl Display) -> String {
    say!(lang, "{from} 至 {to}", "{from} to {to}")
}

pub fn from(lang: Lang, from: impl Display) -> String {
    say!(lang, "{from} 起", "from {from}")
}

pub const DIFFERENCES_FROM_THE_VERSION: Words =
    Words::new("与上一版对比", "Differences from the version before");
pub const THERE_IS_NO_EARLIER: Words = Words::new("无更早版本。", "There is no earlier version.");
pub const VERSION_BEFORE: Words = Words::new("上一版：", "Version before: ");
pub const NO_DIFFERENCES: Words = Words::new("内容相同。", "No differences.");
