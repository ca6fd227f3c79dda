//! `holds`: a fact answered 是.

use super::{Explained, Input, Node, Parts, Run, Voice, Words, kind::Kind};
use crate::{
    base::{compact::compact, fact_kind::FactKind, truth::Truth},
    language::{
        cause::Cause,
        checker::Checker,
        terms::FactIx,
        words::{Clause, Condition, Lines},
    },
};

/// A yes-no fact that must be answered 是.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holds(pub FactIx);

compact!(struct Holds(inner));

impl Kind for Holds {
    type Doc = str;
    const KEY: &'static str = "holds";

    fn check(id: &str, c: &mut Checker<'_>) -> Option<Self> {
        check_answer(id, c).map(Self)
    }

    fn parts(&self) -> Parts<'_> {
        Parts::leaf(Input::Answer(self.0))
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        eval_answer(node, self.0, run)
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        Clause::Condition(self.condition(true, words))
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        self.explain_wanting(true, explained, voice, lines);
    }
}

impl Holds {
    /// What is required where `wanted` is the answer that satisfies.
    pub(super) fn condition(self, wanted: bool, words: &Words<'_>) -> Condition {
        Condition { subject: words.term(self.0), requirement: words.yes_no(wanted).to_owned() }
    }

    /// Explains the fact where `wanted` is the answer that satisfies.
    pub(super) fn explain_wanting(
        self,
        wanted: bool,
        explained: &Explained<'_>,
        voice: &Voice<'_>,
        lines: &mut Lines,
    ) {
        let condition = self.condition(wanted, &voice.words);
        voice.write(explained, condition, voice.yes_no(self.0), lines);
    }
}

/// Checks a reference to a yes-no fact.
pub(super) fn check_answer(id: &str, c: &mut Checker<'_>) -> Option<FactIx> {
    c.fact_of(id, FactKind::Bool).map(|(fact, _)| fact)
}

/// The truth of a yes-no fact as it is answered.
pub(super) fn eval_answer<'p>(node: &'p Node, fact: FactIx, run: &Run<'_, 'p>) -> Explained<'p> {
    Explained::leaf(node, run, Truth::of_answer(run.answers.answer(fact)), Cause::missing(fact))
}
