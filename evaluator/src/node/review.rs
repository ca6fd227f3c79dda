//! `review`: what the language cannot decide; only a confirmation against the document settles it.

use super::{Cause, Explained, Node, Run};
use crate::{
    explain::{Lines, Voice},
    terms::FactIx,
    truth::Truth,
};

pub(super) fn eval<'p>(node: &'p Node, fact: FactIx, run: &Run<'_, 'p>) -> Explained<'p> {
    let truth = match run.answer(fact) {
        Some(true) => Truth::Met,
        Some(false) | None => Truth::Undetermined,
    };
    Explained::leaf(node, run, truth, Cause::NeedsReview)
}

pub(super) fn explain(fact: FactIx, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    let own = voice.answer(fact).map(|yes| voice.yes_no(yes).to_owned());
    let requirement = voice.pick("对照原文确认", "confirmed against the document").to_owned();
    lines.condition(explained, voice.term(fact), requirement, own, None, voice);
}
