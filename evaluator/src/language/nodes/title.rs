//! `title`: a title held and still valid 「有效期内」.

use super::{
    Explained, Input, Node, Parts, Run, Voice, Words,
    holds::{check_answer, eval_answer},
    kind::Kind,
};
use crate::{
    base::compact::compact,
    language::{
        checker::Checker,
        terms::FactIx,
        words::{Clause, Condition, Lines},
    },
};

/// A title that must be held; the fact says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title(pub FactIx);

compact!(struct Title(inner));

impl Kind for Title {
    type Doc = str;
    const KEY: &'static str = "title";

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
        Clause::Condition(self.condition(words))
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        voice.write(explained, self.condition(&voice.words), voice.yes_no(self.0), lines);
    }
}

impl Title {
    fn condition(self, words: &Words<'_>) -> Condition {
        let requirement = words.pick("有效期内", "held and valid").to_owned();
        Condition { subject: words.term(self.0), requirement }
    }
}
