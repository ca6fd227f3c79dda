//! What the first phase of an evaluation reads: the answers of one firm, seen from one period.

use super::{
    cause::Cause,
    dossier::Dossier,
    terms::{FactIx, Terms},
};
use crate::base::{date::Date, value::Value};

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
        self.dossier.answer(self.terms, fact).ok_or(Cause::missing(fact))
    }

    /// A day.
    pub(crate) fn day(&self, fact: FactIx) -> Result<Date, Cause> {
        self.dossier.day(fact).ok_or(Cause::missing(fact))
    }

    /// How many of the last periods count: all, or those of fiscal years from that of a date on.
    pub(crate) fn fiscal_years(&self, since: Option<FactIx>, last: u8) -> Result<u8, Cause> {
        let Some(since) = since else { return Ok(last) };
        let years = self.dossier.fiscal_years_since(since, self.years_ago).ok_or(Cause::missing(since))?;
        if years == 0 { Err(Cause::NoFullYear) } else { Ok(years.min(last)) }
    }

    /// The answer to a yes-no question.
    pub(crate) fn answer(&self, fact: FactIx) -> Option<bool> {
        self.dossier.get(fact).and_then(Value::as_bool)
    }
}
