//! `holds`: a fact answered 是.

use super::{Cause, Explained, Node, Run};
use crate::{
    check::Checker,
    doc::FactKind,
    explain::{Lines, Voice},
    terms::FactIx,
    truth::Truth,
};

/// Checks a reference to a yes-no fact.
pub(super) fn check(id: &str, c: &mut Checker<'_>) -> Option<FactIx> {
    c.fact_of(id, FactKind::Bool).map(|(fact, _)| fact)
}

pub(super) fn eval<'p>(node: &'p Node, fact: FactIx, run: &Run<'_, 'p>) -> Explained<'p> {
    Explained::leaf(node, run, Truth::of_answer(run.answer(fact)), Cause::missing(fact))
}

/// Explains a yes-no fact of which `wanted` is the answer that satisfies.
pub(super) fn explain(
    fact: FactIx,
    wanted: bool,
    explained: &Explained<'_>,
    voice: &Voice<'_>,
    lines: &mut Lines,
) {
    let own = voice.answer(fact).map(|yes| voice.yes_no(yes).to_owned());
    let requirement = voice.yes_no(wanted).to_owned();
    lines.condition(explained, voice.term(fact), requirement, own, None, voice);
}
