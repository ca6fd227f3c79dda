//! Quantities as written (docs/language.md §7).

use super::AmongDoc;
use serde::{Deserialize, Serialize};

/// A quantity: exactly one of the fields, `years_ago` beside `fact` only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuantityDoc {
    /// A number of the dossier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// So many periods further back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years_ago: Option<u8>,
    /// A sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<Vec<QuantityDoc>>,
    /// A sum over periods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum_years: Option<OverYearsDoc>,
    /// A mean over periods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean_years: Option<OverYearsDoc>,
    /// One quantity over another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<RatioDoc>,
    /// Growth of a fact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth: Option<GrowthDoc>,
    /// How many of some a set has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count_of: Option<AmongDoc>,
}

/// `sum_years`, `mean_years`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverYearsDoc {
    /// How many periods.
    pub last: u8,
    /// Of what.
    pub of: Box<QuantityDoc>,
}

/// `ratio`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatioDoc {
    /// Numerator.
    pub of: Box<QuantityDoc>,
    /// Denominator.
    pub to: Box<QuantityDoc>,
}

/// `growth`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrowthDoc {
    /// The fact that grows.
    pub of: String,
    /// Over how many years, 1 or 2.
    pub years: u8,
    /// Which mean.
    pub how: GrowthHow,
}

/// Which mean of growth is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GrowthHow {
    /// 「复合增长率」
    Compound,
    /// 「平均增长率」: the arithmetic mean of the yearly rates.
    MeanOfRatios,
}
