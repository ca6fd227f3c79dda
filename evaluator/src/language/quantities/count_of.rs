//! `count_of`: how many of some answers a set has.

use crate::{
    base::{
        compact::compact,
        fact_kind::FactKind,
        number::{Fraction, MILLION},
        value::Value,
    },
    language::{answers::Answers, cause::Cause, checker::Checker, terms::FactIx},
    written::AmongDoc,
};

/// A count of chosen answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountOf {
    /// Fact whose answer is a set.
    pub fact: FactIx,
    /// Answers that count, as bits.
    pub among: u64,
}

compact!(struct CountOf { fact, among });

impl CountOf {
    pub(super) fn check(doc: &AmongDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.fact_at("fact", &doc.fact, FactKind::Set)?;
        let among = c.at("values", |c| c.choices(term, &doc.values))?;
        Some(Self { fact, among })
    }

    /// Least and greatest value in millionths.
    pub(crate) fn bounds(&self) -> (i64, i64) {
        (0, i64::from(self.among.count_ones()).saturating_mul(MILLION))
    }

    pub(super) fn fraction(&self, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        match answers.value(self.fact)? {
            Value::Set(set) => {
                let count = i128::from((set & self.among).count_ones());
                Ok(Fraction::whole(count.saturating_mul(i128::from(MILLION))))
            }
            _ => Err(Cause::missing(self.fact)),
        }
    }
}
