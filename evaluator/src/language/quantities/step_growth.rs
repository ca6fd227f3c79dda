//! `step_growth`: the mean of the yearly steps of a quantity, with 195号's rules for a zero base.

use super::Quantity;
use crate::{
    base::{
        compact::compact,
        number::{Fraction, Unit},
    },
    language::{
        answers::Answers, cause::Cause, checker::Checker, diagnostics::Code, terms::FactIx, words::Names,
    },
    written::OverYearsDoc,
};

/// Growth by yearly steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepGrowth {
    /// What grows.
    pub of: Box<Quantity>,
    /// Over how many periods, 2 or 3.
    pub last: u8,
    /// The date from whose fiscal year on periods count.
    pub since: Option<FactIx>,
}

compact!(struct StepGrowth { of, last, since });

impl StepGrowth {
    pub(super) fn check(doc: &OverYearsDoc, c: &mut Checker<'_>) -> Option<Self> {
        let since = super::over_years::check_since(doc, c)?;
        let of = c.in_years(doc.last, |c| c.at("of", |c| Quantity::check(&doc.of, c)))?;
        if doc.last > 3 {
            return c.at("last", |c| c.fail(Code::PeriodMismatch, "逐年增长率的年数为 2 或 3"));
        }
        if of.unit() == Unit::Percent {
            return c.at("of", |c| c.fail(Code::UnitMismatch, "百分比没有增长率"));
        }
        Some(Self { of: Box::new(of), last: doc.last, since })
    }

    pub(super) fn fraction(&self, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        let at = |back: u8| self.of.fraction(&answers.years_back(back));
        match answers.fiscal_years(self.since, self.last)? {
            1 => Ok(Fraction::whole(0)),
            2 => step(at(0)?, at(1)?),
            _ => match at(1) {
                Ok(middle) if middle.num() == 0 => Ok(Fraction::whole(0)),
                middle => three(at(0)?, middle?, at(2)?),
            },
        }
    }

    pub(super) fn name(&self, words: &Names<'_>) -> String {
        let of = self.of.name(words);
        words.either(|| format!("{of}增长率（逐年平均）"), || format!("growth of {of}, mean of yearly steps"))
    }
}

/// now ÷ base − 1.
fn step(now: Fraction, base: Fraction) -> Result<Fraction, Cause> {
    now.plus(base.negated()).ratio_to(base).ok_or(Cause::BaseNotPositive)
}

/// The mean of two steps, of the last alone where the first base is zero.
fn three(now: Fraction, middle: Fraction, first: Fraction) -> Result<Fraction, Cause> {
    let last = step(now, middle)?;
    match first.num() {
        0 => Ok(last),
        _ => Ok(step(middle, first)?.plus(last).over(2)),
    }
}
