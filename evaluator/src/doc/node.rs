//! Test nodes as written (docs/language.md §6).

use super::QuantityDoc;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A node: an object with one key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum NodeDoc {
    /// All children.
    All(Vec<NodeDoc>),
    /// Any child.
    Any(Vec<NodeDoc>),
    /// The opposite.
    Not(Box<NodeDoc>),
    /// At least n children.
    AtLeastN(AtLeastNDoc),
    /// A test with a waiver 「豁免」.
    WaivedIf(WaivedIfDoc),
    /// A quantity against a literal.
    Compare(CompareDoc),
    /// A fact answered 是.
    Holds(String),
    /// A valid title.
    Title(String),
    /// A choice among some.
    OneOf(AmongDoc),
    /// A set with one of some.
    IncludesAny(AmongDoc),
    /// A rank good enough.
    RankWithin(RankWithinDoc),
    /// A size class among some.
    SizeClass(SizeClassDoc),
    /// What only people can decide.
    Review(ReviewDoc),
    /// A text that can be read in several ways.
    Ambiguous(AmbiguousDoc),
    /// A test in each of the last years.
    EveryYear(YearsDoc),
    /// A test in any of the last years.
    AnyYear(YearsDoc),
    /// A test chosen by a tier.
    ThresholdBy(ThresholdByDoc),
    /// The score sheet reached.
    Score(ScoreDoc),
}

/// `at_least_n`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtLeastNDoc {
    /// How many.
    pub n: u8,
    /// Of which.
    pub of: Vec<NodeDoc>,
}

/// `waived_if`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaivedIfDoc {
    /// The requirement.
    pub test: Box<NodeDoc>,
    /// What makes it unnecessary.
    pub waiver: Box<NodeDoc>,
}

/// `compare`: exactly one operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompareDoc {
    /// What is measured.
    pub quantity: QuantityDoc,
    /// ≥
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<String>,
    /// >
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_than: Option<String>,
    /// ≤
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<String>,
    /// <
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less_than: Option<String>,
    /// The source's wording of the boundary.
    pub phrase: String,
}

/// `one_of`, `includes_any` and `count_of`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmongDoc {
    /// The choice or set.
    pub fact: String,
    /// Choice ids.
    pub values: Vec<String>,
}

/// `rank_within`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankWithinDoc {
    /// The rank.
    pub fact: String,
    /// The last place that is good enough.
    pub best: String,
    /// The source's wording.
    pub phrase: String,
}

/// `size_class`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SizeClassDoc {
    /// Class ids.
    pub among: Vec<String>,
}

/// `review`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewDoc {
    /// The firm's confirmation.
    pub confirmed_by: String,
}

/// `ambiguous`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AmbiguousDoc {
    /// Two or more.
    pub readings: Vec<ReadingDoc>,
}

/// One reading of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingDoc {
    /// What it takes the text to mean.
    pub label: Text,
    /// Its test; absent where nothing is required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<NodeDoc>,
}

/// `every_year` and `any_year`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearsDoc {
    /// How many periods.
    pub last: u8,
    /// The test in each.
    pub test: Box<NodeDoc>,
}

/// `threshold_by`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThresholdByDoc {
    /// What picks the row.
    pub selector: SelectorDoc,
    /// The rows.
    pub rows: Vec<TierRowDoc>,
}

/// What picks a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SelectorDoc {
    /// Zone of a city.
    ZoneOf(String),
    /// A choice.
    Choice(String),
    /// A quantity.
    Quantity(QuantityDoc),
}

/// A row of a tier table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierRowDoc {
    /// Zone or choice ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<String>,
    /// Lower edge of a quantity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The row's test.
    pub test: NodeDoc,
}

/// `score`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreDoc {}
