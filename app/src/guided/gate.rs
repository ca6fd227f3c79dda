//! Gate questions: one 「没有」 in place of several questions on what a firm does not have.

use crate::draft::{Draft, NONE, key_of};
use zjtx_evaluator::{FactKind, FactRef, Gate, Terms};

/// The gate of a key in the address.
pub fn find(terms: &Terms, key: &str) -> Option<Gate> {
    terms.gates().into_iter().find(|gate| gate.id == key)
}

/// The places behind a gate among those that are read.
pub fn places(gate: &Gate, read: &[FactRef]) -> Vec<FactRef> {
    read.iter().copied().filter(|place| gate.facts.contains(&place.fact)).collect()
}

/// Whether a gate spares questions: several stand behind it, and none of them is answered.
pub fn spares(gate: &Gate, terms: &Terms, read: &[FactRef], draft: &Draft) -> bool {
    let places = places(gate, read);
    places.len() > 1 && places.iter().all(|place| draft.text(&key_of(terms, *place)).is_empty())
}

/// What 「没有」 answers to a question behind a gate.
pub fn none(terms: &Terms, place: FactRef) -> &'static str {
    match terms.term(place.fact).map(|term| term.kind()) {
        Some(FactKind::Bool) => "false",
        Some(FactKind::Choice | FactKind::Set | FactKind::Rank) => NONE,
        _ => "0",
    }
}
