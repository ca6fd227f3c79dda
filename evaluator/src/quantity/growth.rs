//! `growth`: compound or mean yearly growth of a fact, compared without roots.

use super::Measured;
use crate::{
    check::{Checker, Code},
    doc::{GrowthDoc, GrowthHow},
    explain::Voice,
    node::{Cause, Run},
    number::{Fraction, Growth, Magnitude},
    terms::FactIx,
};

/// Growth of a yearly fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrowthQuantity {
    /// Which fact.
    pub fact: FactIx,
    /// Over 1 or 2 years.
    pub years: u8,
    /// Which mean.
    pub how: GrowthHow,
}

impl GrowthQuantity {
    pub(super) fn check(doc: &GrowthDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.fact(&doc.of)?;
        if term.unit().is_none() {
            return c.fail(Code::KindMismatch, &format!("“{}”不是数值，没有增长率", doc.of));
        }
        if term.period().is_none() || !(1..=2).contains(&doc.years) {
            return c.fail(Code::PeriodMismatch, "增长率需要按年度填写的数据项，年数为 1 或 2");
        }
        Some(Self { fact, years: doc.years, how: doc.how })
    }

    pub(super) fn measure(&self, run: &Run<'_, '_>) -> Measured {
        let now = run.number(self.fact, 0)?;
        let earlier = run.number(self.fact, 1)?;
        if self.years == 1 {
            let base = positive(earlier)?;
            return Ok(match self.how {
                GrowthHow::Compound => Magnitude::Compound(Growth { now, base, years: 1 }),
                GrowthHow::MeanOfRatios => Magnitude::Exact(one_year(now, base)?),
            });
        }
        let base = positive(run.number(self.fact, 2)?)?;
        match self.how {
            GrowthHow::Compound => Ok(Magnitude::Compound(Growth { now, base, years: 2 })),
            GrowthHow::MeanOfRatios => mean(now, positive(earlier)?, base).map(Magnitude::Exact),
        }
    }

    pub(super) fn name(&self, voice: &Voice<'_>) -> String {
        let of = voice.term(self.fact);
        match (self.years, self.how) {
            (1, _) => voice.either(|| format!("{of}增长率"), || format!("growth of {of}")),
            (_, GrowthHow::Compound) => voice
                .either(|| format!("{of}近两年复合增长率"), || format!("two-year compound growth of {of}")),
            (_, GrowthHow::MeanOfRatios) => {
                voice.either(|| format!("{of}近两年平均增长率"), || format!("two-year mean growth of {of}"))
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
