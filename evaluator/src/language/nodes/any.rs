//! `any`: at least one child.

use super::{
    Child, Explained, Join, Node, Parts, Place, Run, Voice, Words,
    kind::Kind,
    several::{check_several, clauses, explain_beside},
};
use crate::{
    base::{compact::compact, truth::Truth},
    language::{
        checker::Checker,
        words::{Clause, Lines},
    },
    written::NodeDoc,
};

/// Nodes of which one must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Any(pub Vec<Node>);

compact!(struct Any(inner));

impl Kind for Any {
    type Doc = [NodeDoc];
    const KEY: &'static str = "any";

    fn check(docs: &[NodeDoc], c: &mut Checker<'_>) -> Option<Self> {
        check_several(docs, c).map(Self)
    }

    fn parts(&self) -> Parts<'_> {
        Parts::joined(Join::Any, Child::each(Place::of(Self::KEY), &self.0))
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let children: Vec<_> = self.0.iter().map(|node| node.eval(run)).collect();
        let truth = Truth::any(children.iter().map(|child| child.truth));
        Explained::of_children(node, run, truth, children)
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        Clause::group(heading(words), clauses(&self.0, words))
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        let heading = heading(&voice.words).to_owned();
        lines.group(heading, explained.truth, |lines| explain_beside(explained, voice, lines));
    }
}

fn heading(words: &Words<'_>) -> &'static str {
    words.pick("满足以下任一项", "Any of the following")
}
