//! Score sheets 「评分表」 as written (docs/language.md §8).

use super::QuantityDoc;
use crate::base::{
    citation::{Cite, Confidence},
    text::Text,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreSheetDoc {
    /// Points of the whole sheet.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Points"))]
    pub full: String,
    /// Points to reach.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Points"))]
    pub pass_mark: String,
    /// Whether every point of it is whole.
    #[serde(default)]
    pub whole_points: bool,
    /// Its groups.
    pub groups: Vec<GroupDoc>,
}

/// A group of indicators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupDoc {
    /// Identifier, as results and other files name it.
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Points of the whole group; more are not counted.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Points"))]
    pub full: String,
    /// Points the group alone must reach.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Points"))]
    pub floor: Option<String>,
    /// Its indicators.
    pub indicators: Vec<IndicatorDoc>,
}

/// An indicator 「指标」.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorDoc {
    /// Id of the policy sheet.
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Where it is written; the scored route's place where absent.
    #[serde(default)]
    pub cite: Option<Cite>,
    /// How sure the reading is.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// Points of the indicator.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Points"))]
    pub full: String,
    /// What is uncertain.
    #[serde(default)]
    pub note: Option<Text>,
    /// Whether it is left out when the fulls of its group are added up 「参考加分」.
    #[serde(default)]
    pub bonus: bool,
    /// What an adviser expects the experts to give 「顾问预估」: a points fact.
    #[serde(default)]
    pub expected: Option<String>,
    /// How points are given.
    pub rule: RuleDoc,
}

/// How points are given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RuleDoc {
    /// 「档位」: points by bands of a quantity.
    Band(BandDoc),
    /// 「按答案」: points of each answer.
    Choice(ChoicePointsDoc),
    /// 「每项几分」: points for each unit of a quantity.
    PerItem(PerItemDoc),
    /// 「直接给分」: the fact is the points.
    DirectPoints(DirectPointsDoc),
    /// 「取高」: the best of several rules.
    BestOf(Vec<RuleDoc>),
}

/// `band`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandDoc {
    /// What is measured.
    pub quantity: QuantityDoc,
    /// Rows; the last has no bound.
    pub rows: Vec<BandRowDoc>,
}

/// A row of a band: `at_least`, `more_than` or `at_most`, or none of them on the last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BandRowDoc {
    /// ≥
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Literal"))]
    pub at_least: Option<String>,
    /// >
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Literal"))]
    pub more_than: Option<String>,
    /// ≤
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Literal"))]
    pub at_most: Option<String>,
    /// Points of the row, or the least and most that experts give.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::PointsSpan"))]
    pub points: String,
}

/// `choice`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoicePointsDoc {
    /// A choice or yes-no fact.
    pub fact: String,
    /// Points of each answer.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, super::schema::PointsSpan>"))]
    pub points: BTreeMap<String, String>,
}

/// `per_item`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PerItemDoc {
    /// What is counted.
    pub quantity: QuantityDoc,
    /// Units of the quantity that earn one award.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Literal"))]
    pub each: String,
    /// Points of one award.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Points"))]
    pub points: String,
    /// Highest points in all.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Points"))]
    pub cap: String,
}

/// `direct_points`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DirectPointsDoc {
    /// A points fact.
    pub fact: String,
}
