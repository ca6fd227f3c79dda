//! `difference`: one quantity less another.

use super::Quantity;
use crate::{
    base::{
        compact::compact,
        number::{Fraction, Unit},
    },
    language::{answers::Answers, cause::Cause, checker::Checker, diagnostics::Code, words::Names},
    written::DifferenceDoc,
};

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What is lessened.
    pub of: Box<Quantity>,
    /// By what, of the same unit.
    pub less: Box<Quantity>,
}

compact!(struct Difference { of, less });

impl Difference {
    pub(super) fn check(doc: &DifferenceDoc, c: &mut Checker<'_>) -> Option<Self> {
        let of = c.at("of", |c| Quantity::check(&doc.of, c));
        let less = c.at("less", |c| Quantity::check(&doc.less, c));
        let (of, less) = (of?, less?);
        if of.unit() != less.unit() || of.unit() == Unit::Percent {
            return c.fail(Code::UnitMismatch, "相减的两个数量应为同一单位，且不是百分比");
        }
        Some(Self { of: Box::new(of), less: Box::new(less) })
    }

    pub(super) fn fraction(&self, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        let of = self.of.fraction(answers)?;
        Ok(of.plus(self.less.fraction(answers)?.negated()))
    }

    pub(super) fn name(&self, words: &Names<'_>) -> String {
        let (of, less) = (self.of.name(words), self.less.name(words));
        words.either(|| format!("{of}减{less}"), || format!("{of} less {less}"))
    }
}
