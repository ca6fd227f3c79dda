//! What an evaluation reads: the dossier in one period, the size classes and the score found before.

use super::Cause;
use crate::{
    base::value::Value,
    language::{
        dossier::Dossier,
        scores::SheetResult,
        size::SizeResult,
        terms::{FactIx, Terms},
    },
};

/// The dossier seen from a period `years_ago` before the current one.
#[derive(Clone, Copy)]
pub(crate) struct Run<'r, 'p> {
    pub(crate) terms: &'r Terms,
    pub(crate) dossier: &'r Dossier,
    pub(crate) size: &'r SizeResult,
    pub(crate) sheet: Option<&'r SheetResult<'p>>,
    pub(crate) years_ago: u8,
}

impl Run<'_, '_> {
    /// The same dossier seen from further back.
    pub(crate) const fn years_back(&self, years: u8) -> Self {
        Self { years_ago: self.years_ago.saturating_add(years), ..*self }
    }

    /// A number in the period in hand, `years_ago` further back.
    pub(crate) fn number(&self, fact: FactIx, years_ago: u8) -> Result<i64, Cause> {
        let back = self.years_ago.saturating_add(years_ago);
        self.dossier.number(self.terms, fact, back).ok_or_else(|| {
            let period = self.terms.term(fact).and_then(|term| term.period());
            Cause::Missing { fact, year: self.dossier.period_year(period, back) }
        })
    }

    /// A fact without years.
    pub(crate) fn value(&self, fact: FactIx) -> Result<&Value, Cause> {
        self.dossier.get(fact).ok_or(Cause::missing(fact))
    }

    /// A yes-no answer.
    pub(crate) fn answer(&self, fact: FactIx) -> Option<bool> {
        self.dossier.get(fact).and_then(Value::as_bool)
    }
}
