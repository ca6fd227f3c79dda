//! What the first phase of an evaluation reads: the answers of one firm, seen from one period.

use super::{
    cause::Cause,
    dossier::Dossier,
    terms::{FactIx, Terms},
};
use crate::base::value::Value;

/// The answers of a dossier seen from a period. Quantities, score rules and the size table read nothing
/// else; test nodes read them through [`super::nodes::Run`].
#[derive(Clone, Copy)]
pub(crate) struct Answers<'a> {
    pub(crate) terms: &'a Terms,
    pub(crate) dossier: &'a Dossier,
    /// Periods back from the current one.
    pub(crate) years_ago: u8,
}

impl<'a> Answers<'a> {
    /// The answers seen from the current period.
    pub(crate) const fn new(terms: &'a Terms, dossier: &'a Dossier) -> Self {
        Self { terms, dossier, years_ago: 0 }
    }

    /// The same answers seen from further back.
    pub(crate) const fn years_back(self, years: u8) -> Self {
        Self { years_ago: self.years_ago.saturating_add(years), ..self }
    }

    /// A number in the period seen, or `years_ago` periods before it.
    pub(crate) fn number(&self, fact: FactIx, years_ago: u8) -> Result<i64, Cause> {
        let back = self.years_ago.saturating_add(years_ago);
        self.dossier.number(self.terms, fact, back).ok_or_else(|| {
            let period = self.terms.term(fact).and_then(|term| term.period());
            Cause::Missing { fact, year: self.dossier.period_year(period, back) }
        })
    }

    /// A fact without years.
    pub(crate) fn value(&self, fact: FactIx) -> Result<&'a Value, Cause> {
        self.dossier.get(fact).ok_or(Cause::missing(fact))
    }

    /// The answer to a yes-no question.
    pub(crate) fn answer(&self, fact: FactIx) -> Option<bool> {
        self.dossier.get(fact).and_then(Value::as_bool)
    }
}
