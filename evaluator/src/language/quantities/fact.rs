//! `fact`: a number of the dossier in its period.

use crate::{
    base::{
        compact::compact,
        number::{Fraction, Unit},
    },
    language::{answers::Answers, cause::Cause, checker::Checker, diagnostics::Code, terms::FactIx},
};

/// A numeric fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactQuantity {
    /// The fact that is read.
    pub fact: FactIx,
    /// Unit of the fact.
    pub unit: Unit,
    /// Periods before the one in hand; 0 for that one.
    pub years_ago: u8,
}

compact!(struct FactQuantity { fact, unit, years_ago });

/// Percent facts are ratios over this.
const HUNDRED_PERCENT: i128 = 100_000_000;

impl FactQuantity {
    pub(super) fn check(id: &str, years_ago: u8, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.at("fact", |c| c.fact(id))?;
        let Some(unit) = term.unit() else {
            let sentence = format!("“{id}”不是数值，不能用于比较");
            return c.at("fact", |c| c.fail(Code::KindMismatch, &sentence));
        };
        if years_ago > 0 && term.period().is_none() {
            let sentence = format!("“{id}”不分年度，不能用 years_ago");
            return c.at("years_ago", |c| c.fail(Code::PeriodMismatch, &sentence));
        }
        if years_ago > 4 {
            return c.at("years_ago", |c| c.fail(Code::PeriodMismatch, "years_ago 最多为 4"));
        }
        Some(Self { fact, unit, years_ago })
    }

    pub(super) fn fraction(&self, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        let micros = answers.number(self.fact, self.years_ago)?;
        let den = if self.unit == Unit::Percent { HUNDRED_PERCENT } else { 1 };
        Fraction::new(i128::from(micros), den).ok_or(Cause::ZeroDenominator)
    }
}
