//! `count_of`: how many of some answers a set has.

use crate::{
    check::{Checker, Code},
    doc::{AmongDoc, FactKind},
    node::{Cause, Run},
    number::{Fraction, MILLION},
    terms::FactIx,
    value::Value,
};

/// A count of chosen answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountOf {
    /// The set.
    pub fact: FactIx,
    /// Answers that count, as bits.
    pub among: u64,
}

impl CountOf {
    pub(super) fn check(doc: &AmongDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.fact(&doc.fact)?;
        if term.kind() != FactKind::Set {
            return c.fail(Code::KindMismatch, &format!("“{}”不是多选题", doc.fact));
        }
        let among = c.choices(term, &doc.values)?;
        Some(Self { fact, among })
    }

    pub(super) fn fraction(&self, run: &Run<'_, '_>) -> Result<Fraction, Cause> {
        match run.value(self.fact)? {
            Value::Set(set) => {
                let count = i128::from((set & self.among).count_ones());
                Ok(Fraction::whole(count.saturating_mul(i128::from(MILLION))))
            }
            _ => Err(Cause::missing(self.fact)),
        }
    }
}
