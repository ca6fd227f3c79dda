//! `not`: the opposite of one child.

use super::{
    Child, Explained, Join, Node, Parts, Place, Run, Voice, Words, kind::Kind, several::explain_beside,
};
use crate::{
    base::compact::compact,
    language::{
        checker::Checker,
        words::{Clause, Lines},
    },
    written::NodeDoc,
};

/// A node that must not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Not(pub Box<Node>);

compact!(struct Not(inner));

impl Kind for Not {
    type Doc = NodeDoc;
    const KEY: &'static str = "not";

    fn check(doc: &NodeDoc, c: &mut Checker<'_>) -> Option<Self> {
        Node::check(doc, c).map(|node| Self(Box::new(node)))
    }

    fn parts(&self) -> Parts<'_> {
        Parts::joined(Join::Opposite, vec![Child::at(Place::of(Self::KEY), &self.0)])
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let child = self.0.eval(run);
        Explained::of_children(node, run, child.truth.negated(), vec![child])
    }

    /// Of a yes-no fact it is 否 that is required.
    fn describe(&self, words: &Words<'_>) -> Clause {
        match self.0.as_ref() {
            Node::Holds(holds) => Clause::Condition(holds.condition(false, words)),
            inner => Clause::group(heading(words), vec![inner.describe(words)]),
        }
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        if let Node::Holds(holds) = self.0.as_ref() {
            return holds.explain_wanting(false, explained, voice, lines);
        }
        let heading = heading(&voice.words).to_owned();
        lines.group(heading, explained.truth, |lines| explain_beside(explained, voice, lines));
    }
}

fn heading(words: &Words<'_>) -> &'static str {
    words.pick("以下不成立", "The following does not hold")
}
