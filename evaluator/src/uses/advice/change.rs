//! A change of one figure or answer, and lists of them.

use super::lever::{Way, distance};
use crate::{
    base::{fact_kind::FactKind, number::MILLION, value::Value},
    language::{
        dossier::Dossier,
        missing::FactRef,
        terms::{Term, Terms},
    },
};

/// One figure or answer that becomes another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which fact, and of which year.
    pub place: FactRef,
    /// What the dossier says; `None` where it says nothing.
    pub from: Option<Value>,
    /// What it becomes.
    pub to: Value,
}

/// What a dossier says at a place, given or derived.
pub(super) fn value_at(terms: &Terms, dossier: &Dossier, place: FactRef) -> Option<Value> {
    match place.year {
        Some(year) => dossier.get_year(place.fact, year).map(Value::Number),
        None => dossier.answer(terms, place.fact).cloned(),
    }
}

/// Writes a value, or its absence, at a place.
pub(super) fn put(dossier: &mut Dossier, place: FactRef, value: Option<Value>) {
    match place.year {
        Some(year) => dossier.set_year(place.fact, year, value.as_ref().and_then(Value::as_number)),
        None => dossier.set(place.fact, value),
    }
}

impl Change {
    /// How far it goes in millionths of the way that could be gone: a figure relative to the larger of the
    /// two, an answer relative to the number of answers. For ranking only.
    pub(super) fn size(&self, terms: &Terms) -> u64 {
        let whole = MILLION.unsigned_abs();
        let Some(term) = terms.term(self.place.fact) else { return whole };
        let far =
            [Way::Up, Way::Down].iter().find_map(|way| distance(*way, term, self.from.as_ref(), &self.to));
        let scale = match (&self.from, &self.to) {
            (Some(Value::Number(from)), Value::Number(to)) => from.unsigned_abs().max(to.unsigned_abs()),
            (Some(Value::Rank(Some(from))), Value::Rank(Some(to))) => u64::from(*from.max(to)),
            (_, Value::Choice(_) | Value::Set(_)) => answers(term),
            _ => return whole,
        };
        let parts = u128::from(far.unwrap_or(scale)).saturating_mul(u128::from(whole));
        let parts = parts.div_ceil(u128::from(scale.max(1)));
        u64::try_from(parts).unwrap_or(whole).min(whole)
    }
}

fn answers(term: &Term) -> u64 {
    let steps = term.choices().len().saturating_sub(usize::from(term.kind() == FactKind::Choice));
    u64::try_from(steps).unwrap_or(1)
}

/// Adds a change to others; one of the same place goes on from where it was. `None` when it undoes one.
pub(super) fn joined(changes: &[Change], more: &[Change]) -> Option<Vec<Change>> {
    let mut all = changes.to_vec();
    for change in more {
        match all.iter_mut().find(|known| known.place == change.place) {
            Some(known) if known.from.as_ref() == Some(&change.to) => return None,
            Some(known) => known.to = change.to.clone(),
            None => all.push(change.clone()),
        }
    }
    all.sort_unstable_by_key(|change| change.place);
    Some(all)
}
