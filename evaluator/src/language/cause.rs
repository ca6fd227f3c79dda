//! Why something is undetermined.

use super::terms::FactIx;

/// Why a quantity, a node or the points of an indicator are undetermined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A fact is absent.
    Missing {
        /// Fact that is absent.
        fact: FactIx,
        /// The year it is absent in, where it has years.
        year: Option<i16>,
    },
    /// The denominator of a ratio is zero.
    ZeroDenominator,
    /// The base of a growth rate is zero or negative.
    BaseNotPositive,
    /// There is no whole year, or no fiscal year, to count.
    NoFullYear,
    /// The policy text allows several readings 「待核」.
    AmbiguousText,
    /// Only people can decide it.
    NeedsReview,
    /// The table has no row for it.
    NotInTable,
    /// Experts give the points inside a band.
    ExpertsGrade,
}

impl Cause {
    /// A fact without years is absent.
    pub const fn missing(fact: FactIx) -> Self {
        Self::Missing { fact, year: None }
    }
}
