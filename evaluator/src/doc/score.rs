//! Score sheets 「评分表」 as written (docs/language.md §8).

use super::{CiteDoc, Confidence, QuantityDoc};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreSheetDoc {
    /// Points of the whole sheet.
    pub full: String,
    /// Points to reach.
    pub pass_mark: String,
    /// Its groups.
    pub groups: Vec<GroupDoc>,
}

/// A group of indicators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupDoc {
    /// Id.
    pub id: String,
    /// Name.
    pub title: Text,
    /// Points of the whole group; more are not counted.
    pub full: String,
    /// Points the group alone must reach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<String>,
    /// Its indicators.
    pub indicators: Vec<IndicatorDoc>,
}

/// An indicator 「指标」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorDoc {
    /// Id of the policy sheet.
    pub id: String,
    /// Name.
    pub title: Text,
    /// Where it is written; the scored route's place where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cite: Option<CiteDoc>,
    /// How sure the reading is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Points of the indicator.
    pub full: String,
    /// What is uncertain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// How points are given.
    pub rule: RuleDoc,
}

/// How points are given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RuleDoc {
    /// Bands 「档位」 of a quantity.
    Band(BandDoc),
    /// Points of each answer.
    Choice(ChoicePointsDoc),
    /// Points for each so many.
    PerItem(PerItemDoc),
    /// The fact is the points.
    DirectPoints(DirectPointsDoc),
    /// The best of several rules.
    BestOf(Vec<RuleDoc>),
}

/// `band`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandDoc {
    /// What is measured.
    pub quantity: QuantityDoc,
    /// Rows; the last has no bound.
    pub rows: Vec<BandRowDoc>,
}

/// A row of a band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandRowDoc {
    /// ≥
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<String>,
    /// ≤
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<String>,
    /// Points of the row.
    pub points: String,
}

/// `choice`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoicePointsDoc {
    /// A choice or yes-no fact.
    pub fact: String,
    /// Points of each answer.
    pub points: BTreeMap<String, String>,
}

/// `per_item`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerItemDoc {
    /// What is counted.
    pub quantity: QuantityDoc,
    /// For each so much of it …
    pub each: String,
    /// … so many points …
    pub points: String,
    /// … up to so many.
    pub cap: String,
}

/// `direct_points`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectPointsDoc {
    /// A points fact.
    pub fact: String,
}
