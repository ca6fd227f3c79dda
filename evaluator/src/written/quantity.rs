//! Quantities as written (docs/language.md §7).

use super::AmongDoc;
use crate::base::number::GrowthHow;
use serde::{Deserialize, Serialize};

/// Fields of which a quantity has exactly one.
#[cfg(feature = "schema")]
const QUANTITIES: [&str; 7] = ["fact", "sum", "sum_years", "mean_years", "ratio", "growth", "count_of"];

/// A quantity 「数量」: exactly one of the fields, `years_ago` beside `fact` only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(extend("oneOf" = super::schema::one_of(&QUANTITIES), "dependentRequired" = super::schema::only_beside("years_ago", "fact"))))]
pub struct QuantityDoc {
    /// 「数据项」: a number of the dossier.
    #[serde(default)]
    pub fact: Option<String>,
    /// Periods before the current one; 0 for that one.
    #[serde(default)]
    pub years_ago: Option<u8>,
    /// 「合计」: a sum.
    #[serde(default)]
    pub sum: Option<Vec<QuantityDoc>>,
    /// 「近几年合计」: a sum over periods.
    #[serde(default)]
    pub sum_years: Option<OverYearsDoc>,
    /// 「近几年平均」: a mean over periods.
    #[serde(default)]
    pub mean_years: Option<OverYearsDoc>,
    /// 「占比」: one quantity over another.
    #[serde(default)]
    pub ratio: Option<RatioDoc>,
    /// 「增长率」: growth of a fact.
    #[serde(default)]
    pub growth: Option<GrowthDoc>,
    /// 「具备几项」: how many of some a set has.
    #[serde(default)]
    pub count_of: Option<AmongDoc>,
}

/// `sum_years`, `mean_years`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OverYearsDoc {
    /// How many periods.
    pub last: u8,
    /// Quantity that is summed over the years.
    pub of: Box<QuantityDoc>,
}

/// `ratio`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RatioDoc {
    /// The quantity that is divided.
    pub of: Box<QuantityDoc>,
    /// The quantity that it is divided by.
    pub to: Box<QuantityDoc>,
}

/// `growth`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GrowthDoc {
    /// The fact that grows.
    pub of: String,
    /// Over how many years, 1 or 2.
    pub years: u8,
    /// Kind of mean over the years.
    pub how: GrowthHow,
}
