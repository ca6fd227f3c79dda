//! Which rows are shown, as the worker is told (crates/batch-worker, `filter`).

use serde::Serialize;

/// What a person wants to see; nothing said is everything.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Filter {
    /// A part of the name.
    pub name: String,
    /// District code.
    pub district: Option<u32>,
    /// Position of the level that the rest is about.
    pub level: Option<usize>,
    /// What it came to.
    pub verdict: Option<Wanted>,
    /// Pack and id of a condition that is not met.
    pub unmet: Option<(String, String)>,
    /// Lacks at most so many conditions.
    pub lacks: Option<usize>,
}

/// What a row may have come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// 符合条件
    Met,
    /// 暂不符合条件
    Unmet,
    /// 尚不能判断
    Undetermined,
    /// It has mistakes and was not judged.
    Mistaken,
}

impl Wanted {
    /// All of them with their ids.
    pub const ALL: [(&'static str, Self); 4] = [
        ("met", Self::Met),
        ("unmet", Self::Unmet),
        ("undetermined", Self::Undetermined),
        ("mistaken", Self::Mistaken),
    ];
}

impl Filter {
    /// For the worker.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
