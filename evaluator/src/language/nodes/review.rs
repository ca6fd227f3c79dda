//! `review`: what the language cannot decide; only a confirmation against the document settles it.

use super::{Explained, Input, Node, Parts, Run, Voice, Words, holds::check_answer, kind::Kind};
use crate::{
    base::{compact::compact, truth::Truth},
    language::{
        cause::Cause,
        checker::Checker,
        terms::FactIx,
        words::{Clause, Condition, Lines},
    },
    written::ReviewDoc,
};

/// What only people can decide, and the fact that says they did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review(pub FactIx);

compact!(struct Review(inner));

impl Kind for Review {
    type Doc = ReviewDoc;
    const KEY: &'static str = "review";

    fn check(doc: &ReviewDoc, c: &mut Checker<'_>) -> Option<Self> {
        c.at("confirmed_by", |c| check_answer(&doc.confirmed_by, c)).map(Self)
    }

    fn parts(&self) -> Parts<'_> {
        Parts::leaf(Input::Confirmation(self.0))
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let truth = match run.answers.answer(self.0) {
            Some(true) => Truth::Met,
            Some(false) | None => Truth::Undetermined,
        };
        Explained::leaf(node, run, truth, Cause::NeedsReview)
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        Clause::Condition(self.condition(words))
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        voice.write(explained, self.condition(&voice.words), voice.yes_no(self.0), lines);
    }
}

impl Review {
    fn condition(self, words: &Words<'_>) -> Condition {
        let requirement = words.pick("对照原文确认", "confirmed against the document").to_owned();
        Condition { subject: words.term(self.0), requirement }
    }
}
