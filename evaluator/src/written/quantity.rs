//! Quantities as written (docs/language.md §7).

use super::AmongDoc;
use crate::base::number::GrowthHow;
use serde::{Deserialize, Serialize};

/// Fields of which a quantity has exactly one.
#[cfg(feature = "schema")]
const QUANTITIES: [&str; 12] = [
    "fact",
    "sum",
    "difference",
    "days_since",
    "years_since",
    "per_year",
    "sum_years",
    "mean_years",
    "ratio",
    "growth",
    "step_growth",
    "count_of",
];

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
    /// 「之差」: one quantity less another.
    #[serde(default)]
    pub difference: Option<DifferenceDoc>,
    /// 「成立天数」: calendar days from a date to the day of the dossier.
    #[serde(default)]
    pub days_since: Option<String>,
    /// 「整年数」: whole years from a date to the day of the dossier.
    #[serde(default)]
    pub years_since: Option<String>,
    /// 「年平均」: a quantity over the whole years since a date, at most some.
    #[serde(default)]
    pub per_year: Option<PerYearDoc>,
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
    /// 「195号增长率」: the mean of the yearly steps of a quantity.
    #[serde(default)]
    pub step_growth: Option<OverYearsDoc>,
    /// 「具备几项」: how many of some a set has.
    #[serde(default)]
    pub count_of: Option<AmongDoc>,
}

/// `difference`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DifferenceDoc {
    /// What is lessened.
    pub of: Box<QuantityDoc>,
    /// By what.
    pub less: Box<QuantityDoc>,
}

/// `per_year`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PerYearDoc {
    /// What is divided.
    pub of: Box<QuantityDoc>,
    /// The date from which whole years count.
    pub since: String,
    /// The most years.
    pub last: u8,
}

/// `sum_years`, `mean_years`, `step_growth`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OverYearsDoc {
    /// How many periods.
    pub last: u8,
    /// Quantity that is summed over the years.
    pub of: Box<QuantityDoc>,
    /// A date: only periods of fiscal years from that of the date on count.
    #[serde(default)]
    pub since: Option<String>,
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
