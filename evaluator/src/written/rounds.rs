//! `rounds.json`: the rounds of application 「申报批次」 with their days, as announced or as merely expected.

use crate::base::{
    citation::{Cite, Confidence},
    date::Date,
    round::{RoundPurpose, RoundStatus, StageActor},
    text::Text,
};
use serde::{Deserialize, Serialize};

/// All rounds that are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoundsDoc {
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema: u8,
    /// The rounds.
    pub rounds: Vec<RoundDoc>,
}

/// One round of a scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoundDoc {
    /// Id, such as `little-giant-2026`.
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Scheme id.
    pub scheme: String,
    /// GB/T 2260 code of the region whose firms it is for.
    pub region: String,
    /// What firms do in it.
    #[serde(rename = "for")]
    pub purposes: Vec<RoundPurpose>,
    /// Whether its days are written in a document or only inferred.
    pub status: RoundStatus,
    /// The document that announces it, or that the inference rests on.
    pub cite: Cite,
    /// How sure the days are.
    pub confidence: Confidence,
    /// What is uncertain; of an expected round, why it is expected.
    #[serde(default)]
    pub note: Option<Text>,
    /// Its steps in their order.
    pub stages: Vec<StageDoc>,
}

/// One step of a round; at least one of its days is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageDoc {
    /// What is done.
    pub title: Text,
    /// Who does it.
    pub by: StageActor,
    /// First day, where known.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day, where known.
    #[serde(default)]
    pub to: Option<Date>,
    /// Whether only months are known; the days are then the first and the last of theirs.
    #[serde(default)]
    pub by_month: bool,
}
