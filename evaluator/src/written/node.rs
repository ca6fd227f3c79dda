//! Test nodes as written (docs/language.md §6).

use super::{AmongDoc, QuantityDoc};
use crate::base::text::Text;
use serde::{Deserialize, Serialize};

/// A node: an object with one key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum NodeDoc {
    /// 「全部满足」: all children.
    All(Vec<NodeDoc>),
    /// 「满足任一」: any child.
    Any(Vec<NodeDoc>),
    /// 「没有」: the opposite.
    Not(Box<NodeDoc>),
    /// 「至少n项」: at least n children.
    AtLeastN(AtLeastNDoc),
    /// 「可豁免」: a test with a waiver.
    WaivedIf(WaivedIfDoc),
    /// 「数值门槛」: a quantity against a literal.
    Compare(Box<CompareDoc>),
    /// 「是非」: a fact answered 是.
    Holds(String),
    /// 「有效期内的称号」: a valid title.
    Title(String),
    /// 「单选为其一」: a choice among some.
    OneOf(AmongDoc),
    /// 「多选含其一」: a set with one of some.
    IncludesAny(AmongDoc),
    /// 「排名前几」: a rank good enough.
    RankWithin(RankWithinDoc),
    /// 「划型」: a size class among some.
    SizeClass(SizeClassDoc),
    /// 「对照原文确认」: what only people can decide.
    Review(ReviewDoc),
    /// 「待核」: a text that can be read in several ways.
    Ambiguous(AmbiguousDoc),
    /// 「近几年每年」: a test in each of the last years.
    EveryYear(YearsDoc),
    /// 「近几年任一年」: a test in any of the last years.
    AnyYear(YearsDoc),
    /// 「分级门槛」: a test chosen by a tier.
    ThresholdBy(ThresholdByDoc),
    /// 「评分达标」: the score sheet reached.
    Score(ScoreDoc),
}

/// `at_least_n`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AtLeastNDoc {
    /// Least number of nodes that must be met.
    pub n: u8,
    /// Nodes that are counted.
    pub of: Vec<NodeDoc>,
}

/// `waived_if`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WaivedIfDoc {
    /// The requirement.
    pub test: Box<NodeDoc>,
    /// What makes it unnecessary.
    pub waiver: Box<NodeDoc>,
}

/// `compare`: exactly one operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(extend("oneOf" = super::schema::one_of(&["at_least", "more_than", "at_most", "less_than"]))))]
pub struct CompareDoc {
    /// What is measured.
    pub quantity: QuantityDoc,
    /// ≥, the number included: 「以上」「不低于」.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Literal"))]
    pub at_least: Option<String>,
    /// >, the number left out: 「超过」.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Literal"))]
    pub more_than: Option<String>,
    /// ≤, the number included: 「不超过」.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Literal"))]
    pub at_most: Option<String>,
    /// <, the number left out: 「不满」.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Literal"))]
    pub less_than: Option<String>,
    /// The source's wording of the boundary, listed under this operator in the source's `boundary`.
    pub phrase: String,
}

/// `rank_within`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RankWithinDoc {
    /// The rank.
    pub fact: String,
    /// The last place that is good enough.
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Rank"))]
    pub best: String,
    /// The source's wording.
    pub phrase: String,
}

/// `size_class`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SizeClassDoc {
    /// Class ids.
    pub among: Vec<String>,
}

/// `review`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReviewDoc {
    /// The firm's confirmation.
    pub confirmed_by: String,
}

/// `ambiguous`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AmbiguousDoc {
    /// Two or more.
    pub readings: Vec<ReadingDoc>,
}

/// One reading of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadingDoc {
    /// What it takes the text to mean.
    pub label: Text,
    /// Its test; absent where nothing is required.
    #[serde(default)]
    pub test: Option<NodeDoc>,
}

/// `every_year` and `any_year`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct YearsDoc {
    /// How many periods.
    pub last: u8,
    /// The test in each.
    pub test: Box<NodeDoc>,
}

/// `threshold_by`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ThresholdByDoc {
    /// What picks the row.
    pub selector: SelectorDoc,
    /// The rows.
    pub rows: Vec<TierRowDoc>,
}

/// What picks a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SelectorDoc {
    /// Zone of a city.
    ZoneOf(String),
    /// A choice.
    Choice(String),
    /// A quantity.
    Quantity(Box<QuantityDoc>),
}

/// A row of a tier table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TierRowDoc {
    /// Zone or choice ids.
    #[serde(default)]
    pub when: Vec<String>,
    /// Lower edge of a quantity.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Literal"))]
    pub from: Option<String>,
    /// The row's test.
    pub test: NodeDoc,
}

/// `score`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreDoc {}
