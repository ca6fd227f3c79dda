//! `rounds.json`: the rounds of application 「申报批次」 with their days, as announced or as merely expected.

use crate::base::{
    citation::{Cite, Confidence},
    compact::compact,
    date::Date,
    region::contains_region,
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
    /// Name.
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

compact!(struct RoundDoc { id, title, scheme, region, purposes, status, cite, confidence, note, stages });

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

compact!(struct StageDoc { title, by, from, to, by_month });

impl RoundDoc {
    /// Whether it is for the firms of a region.
    pub fn is_for(&self, region: &str) -> bool {
        contains_region(&self.region, region)
    }

    /// The last day on which firms may act 「截止日」, where one is known.
    pub fn deadline(&self) -> Option<Date> {
        let own = self.stages.iter().filter(|stage| stage.by == StageActor::Enterprise);
        own.filter_map(|stage| stage.to).max()
    }

    /// The first day that is known of it.
    pub fn first_day(&self) -> Option<Date> {
        self.stages.iter().filter_map(StageDoc::first_day).min()
    }

    /// The last day that is known of it.
    pub fn last_day(&self) -> Option<Date> {
        self.stages.iter().filter_map(|stage| stage.to.or(stage.from)).max()
    }
}

impl StageDoc {
    /// The first day that is known of it.
    pub fn first_day(&self) -> Option<Date> {
        self.from.or(self.to)
    }
}
