//! The dossier 「填报档案」: a date, a kind of application and the facts known of one firm.

mod error;
mod given;
mod json;
mod read;
mod write;

pub use error::{DossierError, DossierErrors, Problem};
pub use given::Given;
pub use read::{ReadError, read};
pub(crate) use write::value_json;

use crate::{
    base::{application_kind::ApplicationKind, date::Date, fact_kind::FactPeriod, value::Value},
    language::terms::{FactIx, Terms},
};
use std::mem;

/// Facts of one firm on one day; an absent fact is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    as_of: Date,
    kind: ApplicationKind,
    facts: Vec<Slot>,
}

/// What is known of one fact, whose term says whether it has years. There is one for every fact of the vocabulary, so
/// that few bytes matter.
#[derive(Clone, Debug, Default)]
enum Slot {
    #[default]
    Unknown,
    Once(Value),
    /// Millionths by year, ascending; none is unknown too.
    Yearly(Vec<(i16, i64)>),
}

impl Slot {
    const fn once(&self) -> Option<&Value> {
        if let Self::Once(value) = self { Some(value) } else { None }
    }

    fn years(&self) -> &[(i16, i64)] {
        if let Self::Yearly(years) = self { years } else { &[] }
    }
}

impl PartialEq for Slot {
    fn eq(&self, other: &Self) -> bool {
        self.once() == other.once() && self.years() == other.years()
    }
}

impl Eq for Slot {}

impl Dossier {
    /// A dossier without facts.
    pub fn new(terms: &Terms, as_of: Date, kind: ApplicationKind) -> Self {
        Self { as_of, kind, facts: std::iter::repeat_with(Slot::default).take(terms.len()).collect() }
    }

    /// A dossier without facts in the memory of this one.
    #[must_use]
    pub fn emptied(mut self, as_of: Date, kind: ApplicationKind) -> Self {
        for slot in &mut self.facts {
            match slot {
                Slot::Yearly(years) => years.clear(),
                slot => *slot = Slot::Unknown,
            }
        }
        self.judged(as_of, kind)
    }

    /// The day it is judged on.
    pub const fn as_of(&self) -> Date {
        self.as_of
    }

    /// The kind of application.
    pub const fn kind(&self) -> ApplicationKind {
        self.kind
    }

    /// The same facts on another day or for another kind of application.
    #[must_use]
    pub fn judged(mut self, as_of: Date, kind: ApplicationKind) -> Self {
        self.as_of = as_of;
        self.kind = kind;
        self
    }

    /// The value of a fact without years.
    pub fn get(&self, fact: FactIx) -> Option<&Value> {
        self.facts.get(fact.position())?.once()
    }

    /// The answer to a fact without years: the one given, or what it follows from (docs/language.md §4).
    pub fn answer<'d>(&'d self, terms: &'d Terms, fact: FactIx) -> Option<&'d Value> {
        self.get(fact).or_else(|| self.derived(terms, fact))
    }

    /// What the answer to a fact follows from, given or not.
    pub fn derived<'d>(&'d self, terms: &'d Terms, fact: FactIx) -> Option<&'d Value> {
        terms.term(fact)?.derived().iter().find_map(|derivation| derivation.answer(|fact| self.get(fact)))
    }

    /// The day that a date is answered with.
    pub fn day(&self, fact: FactIx) -> Option<Date> {
        self.get(fact)?.as_day()
    }

    /// How many fiscal years there are from that of a date to the last one, seen from `years_ago` further
    /// back; `None` while the date is unknown.
    pub fn fiscal_years_since(&self, date: FactIx, years_ago: u8) -> Option<u8> {
        let end = self.as_of.year().saturating_sub(i16::from(years_ago));
        Some(u8::try_from(end.saturating_sub(self.day(date)?.year()).max(0)).unwrap_or(u8::MAX))
    }

    /// Whole years from a date to the day of the dossier; `None` while the date is unknown.
    pub fn years_since(&self, date: FactIx) -> Option<u8> {
        Some(u8::try_from(self.day(date)?.years_until(self.as_of).max(0)).unwrap_or(u8::MAX))
    }

    /// What could be proposed as the answer to a fact that has none.
    pub fn proposed<'d>(&'d self, terms: &'d Terms, fact: FactIx) -> Option<&'d Value> {
        if self.answer(terms, fact).is_some() {
            return None;
        }
        terms.term(fact)?.proposed().iter().find_map(|derivation| derivation.answer(|fact| self.get(fact)))
    }

    /// The value of a yearly fact in a year, in millionths.
    #[inline]
    pub fn get_year(&self, fact: FactIx, year: i16) -> Option<i64> {
        let Slot::Yearly(years) = self.facts.get(fact.position())? else { return None };
        years.iter().find_map(|(of, micros)| (*of == year).then_some(*micros))
    }

    /// Years in which a fact is known.
    pub fn years(&self, fact: FactIx) -> impl Iterator<Item = (i16, i64)> {
        let slot = self.facts.get(fact.position());
        slot.into_iter().flat_map(|slot| slot.years().iter().copied())
    }

    /// Sets or forgets a fact without years.
    pub fn set(&mut self, fact: FactIx, value: Option<Value>) {
        if let Some(slot) = self.facts.get_mut(fact.position()) {
            *slot = value.map_or(Slot::Unknown, Slot::Once);
        }
    }

    /// Sets or forgets a yearly fact in one year.
    pub fn set_year(&mut self, fact: FactIx, year: i16, micros: Option<i64>) {
        let Some(slot) = self.facts.get_mut(fact.position()) else {
            return;
        };
        let mut years = if let Slot::Yearly(years) = mem::take(slot) { years } else { Vec::new() };
        let place = years.binary_search_by_key(&year, |(of, _)| *of);
        if let Ok(known) = place {
            years.remove(known);
        }
        if let Some(micros) = micros {
            years.insert(place.unwrap_or_else(|place| place), (year, micros));
        }
        *slot = Slot::Yearly(years);
    }

    /// Forgets a fact, of a yearly one every year.
    pub fn forget(&mut self, fact: FactIx) {
        if let Some(slot) = self.facts.get_mut(fact.position()) {
            *slot = Slot::Unknown;
        }
    }

    /// Year of the current period (docs/language.md §4), `years_ago` further back; `None` without years.
    pub fn period_year(&self, period: Option<FactPeriod>, years_ago: u8) -> Option<i16> {
        let newest = match period? {
            FactPeriod::Year | FactPeriod::YearEnd => self.as_of.year().saturating_sub(1),
            FactPeriod::ApplicationYear => self.as_of.year(),
        };
        Some(newest.saturating_sub(i16::from(years_ago)))
    }

    /// A numeric fact, in its period `years_ago` back where it has years.
    #[inline]
    pub fn number(&self, terms: &Terms, fact: FactIx, years_ago: u8) -> Option<i64> {
        match self.period_year(terms.term(fact)?.period(), years_ago) {
            Some(year) => self.get_year(fact, year),
            None => self.answer(terms, fact)?.as_number(),
        }
    }
}
