//! `ratio`: one quantity over another, never divided out.

use super::Quantity;
use crate::{
    base::{
        compact::compact,
        number::{Fraction, Unit},
    },
    language::{answers::Answers, cause::Cause, checker::Checker, diagnostics::Code, words::Names},
    written::RatioDoc,
};

/// One quantity as a share of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// The quantity that is divided.
    pub of: Box<Quantity>,
    /// Denominator, of the same unit.
    pub to: Box<Quantity>,
}

compact!(struct Ratio { of, to });

impl Ratio {
    pub(super) fn check(doc: &RatioDoc, c: &mut Checker<'_>) -> Option<Self> {
        let of = c.at("of", |c| Quantity::check(&doc.of, c));
        let to = c.at("to", |c| Quantity::check(&doc.to, c));
        let (of, to) = (of?, to?);
        if of.unit() != to.unit() || of.unit() == Unit::Percent {
            return c.fail(Code::UnitMismatch, "比值的两边应为同一单位，且不是百分比");
        }
        Some(Self { of: Box::new(of), to: Box::new(to) })
    }

    pub(super) fn fraction(&self, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        let of = self.of.fraction(answers)?;
        let to = self.to.fraction(answers)?;
        of.ratio_to(to).ok_or(Cause::ZeroDenominator)
    }

    pub(super) fn name(&self, words: &Names<'_>) -> String {
        let (of, to) = (self.of.name(words), self.to.name(words));
        words.either(|| format!("{of}占{to}比重"), || format!("{of} ÷ {to}"))
    }
}
