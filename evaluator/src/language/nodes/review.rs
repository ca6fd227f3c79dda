//! `review`: what the language cannot decide; only a confirmation against the document settles it.

use super::{Cause, Explained, Node, Run, holds};
use crate::{
    base::truth::Truth,
    language::{
        terms::FactIx,
        words::{Condition, Lines, Voice, Words},
    },
};

pub(super) fn eval<'p>(node: &'p Node, fact: FactIx, run: &Run<'_, 'p>) -> Explained<'p> {
    let truth = match run.answer(fact) {
        Some(true) => Truth::Met,
        Some(false) | None => Truth::Undetermined,
    };
    Explained::leaf(node, run, truth, Cause::NeedsReview)
}

pub(super) fn condition(fact: FactIx, words: &Words<'_>) -> Condition {
    let requirement = words.pick("对照原文确认", "confirmed against the document").to_owned();
    Condition { subject: words.term(fact), requirement }
}

pub(super) fn explain(fact: FactIx, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    lines.condition(explained, condition(fact, &voice.words), holds::own(fact, voice), None, voice);
}
