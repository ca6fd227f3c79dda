//! `sum`: quantities of one unit added up.

use super::Quantity;
use crate::{
    base::{
        compact::compact,
        number::{Fraction, Unit},
    },
    language::{answers::Answers, cause::Cause, checker::Checker, diagnostics::Code, words::Names},
    written::QuantityDoc,
};

/// Several quantities of one unit, added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// At least two parts of one unit.
    pub parts: Vec<Quantity>,
}

compact!(struct Sum { parts });

impl Sum {
    pub(super) fn check(docs: &[QuantityDoc], c: &mut Checker<'_>) -> Option<Self> {
        let parts = c.each(docs, Quantity::check)?;
        if !(2..=16).contains(&parts.len()) {
            return c.fail(Code::Constant, "相加的数量应为 2 到 16 个");
        }
        let unit = parts.first().map(Quantity::unit)?;
        if unit == Unit::Percent || parts.iter().any(|part| part.unit() != unit) {
            return c.fail(Code::UnitMismatch, "相加的数量应为同一单位，且不是百分比");
        }
        Some(Self { parts })
    }

    pub(super) fn unit(&self) -> Unit {
        self.parts.first().map_or(Unit::Count, Quantity::unit)
    }

    pub(super) fn fraction(&self, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        self.parts.iter().try_fold(Fraction::whole(0), |sum, part| Ok(sum.plus(part.fraction(answers)?)))
    }

    pub(super) fn name(&self, words: &Names<'_>) -> String {
        let names: Vec<String> = self.parts.iter().map(|part| part.name(words)).collect();
        names.join(words.pick("＋", " + "))
    }
}
