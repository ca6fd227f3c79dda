//! `growth`: compound or mean yearly growth of a fact, compared without roots.

use super::Measured;
use crate::{
    base::{
        compact::compact,
        number::{Fraction, Growth, GrowthHow, Magnitude},
    },
    language::{
        answers::Answers, cause::Cause, checker::Checker, diagnostics::Code, terms::FactIx, words::Names,
    },
    written::GrowthDoc,
};

/// Growth of a yearly fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrowthQuantity {
    /// Fact whose growth is measured.
    pub fact: FactIx,
    /// Over 1 or 2 years.
    pub years: u8,
    /// Kind of mean over the years.
    pub how: GrowthHow,
}

compact!(struct GrowthQuantity { fact, years, how });

impl GrowthQuantity {
    pub(super) fn check(doc: &GrowthDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.at("of", |c| c.fact(&doc.of))?;
        if term.unit().is_none() {
            let sentence = format!("“{}”不是数值，没有增长率", doc.of);
            return c.at("of", |c| c.fail(Code::KindMismatch, &sentence));
        }
        if term.period().is_none() {
            let sentence = format!("“{}”不分年度，没有增长率", doc.of);
            return c.at("of", |c| c.fail(Code::PeriodMismatch, &sentence));
        }
        if !(1..=2).contains(&doc.years) {
            return c.at("years", |c| c.fail(Code::PeriodMismatch, "增长率的年数为 1 或 2"));
        }
        Some(Self { fact, years: doc.years, how: doc.how })
    }

    pub(super) fn measure(&self, answers: &Answers<'_>) -> Measured {
        let now = answers.number(self.fact, 0)?;
        match self.how {
            GrowthHow::Compound => {
                let base = positive(answers.number(self.fact, self.years)?)?;
                Ok(Magnitude::Compound(Growth { now, base, years: self.years }))
            }
            GrowthHow::MeanOfRatios => self.mean(now, answers).map(Magnitude::Exact),
        }
    }

    fn mean(&self, now: i64, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        let earlier = answers.number(self.fact, 1)?;
        if self.years == 1 {
            return one_year(now, positive(earlier)?);
        }
        let base = answers.number(self.fact, 2)?;
        mean(now, positive(earlier)?, positive(base)?)
    }

    /// How many periods back it reads: compound growth only the two ends.
    pub(super) fn periods(&self) -> impl Iterator<Item = u8> {
        let ends_only = self.how == GrowthHow::Compound;
        let years = self.years;
        (0..=years).filter(move |back| !ends_only || *back == 0 || *back == years)
    }

    pub(super) fn name(&self, words: &Names<'_>) -> String {
        let of = words.term(self.fact);
        match (self.years, self.how) {
            (1, _) => words.either(|| format!("{of}增长率"), || format!("growth of {of}")),
            (_, GrowthHow::Compound) => words
                .either(|| format!("{of}近两年复合增长率"), || format!("two-year compound growth of {of}")),
            (_, GrowthHow::MeanOfRatios) => {
                words.either(|| format!("{of}近两年平均增长率"), || format!("two-year mean growth of {of}"))
            }
        }
    }
}

fn positive(base: i64) -> Result<i64, Cause> {
    if base > 0 { Ok(base) } else { Err(Cause::BaseNotPositive) }
}

/// now/base − 1.
fn one_year(now: i64, base: i64) -> Result<Fraction, Cause> {
    let rise = i128::from(now).saturating_sub(i128::from(base));
    Fraction::new(rise, i128::from(base)).ok_or(Cause::BaseNotPositive)
}

/// ((now/middle − 1) + (middle/base − 1)) ÷ 2.
fn mean(now: i64, middle: i64, base: i64) -> Result<Fraction, Cause> {
    let (now, middle, base) = (i128::from(now), i128::from(middle), i128::from(base));
    let both = middle.saturating_mul(base).saturating_mul(2);
    let num = now.saturating_mul(base).saturating_add(middle.saturating_mul(middle)).saturating_sub(both);
    Fraction::new(num, both).ok_or(Cause::BaseNotPositive)
}
