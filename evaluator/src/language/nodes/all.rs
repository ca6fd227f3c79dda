//! `all`: every child.

use super::{
    Child, Explained, Join, Node, Parts, Place, Run, Voice, Words,
    kind::Kind,
    several::{check_several, clauses},
};
use crate::{
    base::{compact::compact, truth::Truth},
    language::{
        checker::Checker,
        words::{Clause, Lines},
    },
    written::NodeDoc,
};

/// Nodes that must all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct All(pub Vec<Node>);

compact!(struct All(inner));

impl Kind for All {
    type Doc = [NodeDoc];
    const KEY: &'static str = "all";

    fn check(docs: &[NodeDoc], c: &mut Checker<'_>) -> Option<Self> {
        check_several(docs, c).map(Self)
    }

    fn parts(&self) -> Parts<'_> {
        Parts::joined(Join::Every, Child::each(Place::of(Self::KEY), &self.0))
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let children: Vec<_> = self.0.iter().map(|node| node.eval(run)).collect();
        let truth = Truth::all(children.iter().map(|child| child.truth));
        Explained::of_children(node, run, truth, children)
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        Clause::group(heading(words), clauses(&self.0, words))
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        explained.children().for_each(|child| Node::explain(child, voice, lines));
    }
}

/// Heading over conditions that must all hold.
pub(super) fn heading(words: &Words<'_>) -> &'static str {
    words.pick("以下全部", "All of the following")
}
