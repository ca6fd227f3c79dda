//! The index of a directory: what its lists are, and which pieces there are.

use serde::{Deserialize, Serialize};

/// `index.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Always 1.
    pub schema: u8,
    /// Whether the firms are made up, for trying the pages.
    pub made_up: bool,
    /// How many firms there are.
    pub firms: usize,
    /// The lists, by the day of their publication.
    pub sources: Vec<Source>,
    /// Titles that occur.
    pub titles: Vec<TitleEntry>,
    /// Areas that occur, by code.
    pub areas: Vec<AreaEntry>,
    /// Batches 「批次」 that occur, as the lists write them.
    pub batches: Vec<String>,
    /// The pieces, in the order in which they are fetched.
    pub pieces: Vec<PieceEntry>,
}

/// What a list does to the titles of its firms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// 公示: proposed, not yet recognised.
    Announced,
    /// 认定
    Recognised,
    /// 复核通过: recognised for another term.
    Renewed,
    /// 撤销、取消: ended before its time.
    Revoked,
}

/// A list and where it is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the document.
    pub title: String,
    /// Its number, such as 粤工信〔2024〕1号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Who published it.
    pub issuer: String,
    /// Day of publication: 2024-01-18.
    pub published: String,
    /// Address of the page where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// What it does.
    pub act: Act,
    /// How many rows it has.
    pub rows: usize,
}

/// A title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleEntry {
    /// Id of its scheme in the rules.
    pub id: String,
    /// Name in Chinese.
    pub zh: String,
    /// Name in English.
    pub en: String,
    /// The 是非题 of the self-test whose yes says that a firm holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
}

/// An area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaEntry {
    /// GB/T 2260 code.
    pub code: String,
    /// Name with the city before a district's.
    pub zh: String,
    /// Name in English.
    pub en: String,
}

/// A piece.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PieceEntry {
    /// File beside the index; its name holds the hash of its content.
    pub file: String,
    /// How many firms it has.
    pub firms: usize,
    /// Its size in bytes, as it is before compression.
    pub bytes: usize,
}

impl Index {
    /// Reads `index.json`; `None` for anything else.
    pub fn from_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().filter(|index: &Self| index.schema == 1)
    }
}
