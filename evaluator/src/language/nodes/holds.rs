//! `holds`: a fact answered 是.

use super::{Cause, Explained, Node, Run};
use crate::{
    base::truth::Truth,
    language::{
        checker::Checker,
        terms::FactIx,
        words::{Condition, Lines, Voice, Words},
    },
    written::FactKind,
};

/// Checks a reference to a yes-no fact.
pub(super) fn check(id: &str, c: &mut Checker<'_>) -> Option<FactIx> {
    c.fact_of(id, FactKind::Bool).map(|(fact, _)| fact)
}

pub(super) fn eval<'p>(node: &'p Node, fact: FactIx, run: &Run<'_, 'p>) -> Explained<'p> {
    Explained::leaf(node, run, Truth::of_answer(run.answer(fact)), Cause::missing(fact))
}

/// What is required of a yes-no fact of which `wanted` is the answer that satisfies.
pub(super) fn condition(fact: FactIx, wanted: bool, words: &Words<'_>) -> Condition {
    Condition { subject: words.term(fact), requirement: words.yes_no(wanted).to_owned() }
}

/// The firm's answer.
pub(super) fn own(fact: FactIx, voice: &Voice<'_>) -> Option<String> {
    voice.answer(fact).map(|yes| voice.words.yes_no(yes).to_owned())
}

/// Explains a yes-no fact of which `wanted` is the answer that satisfies.
pub(super) fn explain(
    fact: FactIx,
    wanted: bool,
    explained: &Explained<'_>,
    voice: &Voice<'_>,
    lines: &mut Lines,
) {
    let own = own(fact, voice);
    lines.condition(explained, condition(fact, wanted, &voice.words), own, None, voice);
}
