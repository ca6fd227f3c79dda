//! `all`: every child.

use super::{Explained, Node, Run};
use crate::{
    base::truth::Truth,
    language::{
        checker::Checker,
        diagnostics::Code,
        words::{Clause, Lines, Voice, Words},
    },
    written::NodeDoc,
};

/// Checks the children of `all` and `any`.
pub(super) fn check(docs: &[NodeDoc], c: &mut Checker<'_>) -> Option<Vec<Node>> {
    if docs.len() < 2 {
        return c.fail(Code::Constant, "组合至少要有两个子条件");
    }
    c.each(docs, Node::check)
}

pub(super) fn eval<'p>(node: &'p Node, nodes: &'p [Node], run: &Run<'_, 'p>) -> Explained<'p> {
    let children: Vec<_> = nodes.iter().map(|node| node.eval(run)).collect();
    let truth = Truth::all(children.iter().map(|child| child.truth));
    Explained::of_children(node, run, truth, children)
}

/// The clauses of several nodes.
pub(super) fn clauses(nodes: &[Node], words: &Words<'_>) -> Vec<Clause> {
    nodes.iter().map(|node| node.describe(words)).collect()
}

const fn heading(words: &Words<'_>) -> &'static str {
    words.pick("以下全部", "All of the following")
}

pub(super) fn describe(nodes: &[Node], words: &Words<'_>) -> Clause {
    Clause::group(heading(words), clauses(nodes, words))
}

/// Explains nodes that stand beside each other: those of several lines get a heading of their own.
pub(super) fn explain_beside(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    for child in explained.children() {
        if matches!(child.node, Node::All(_) | Node::EveryYear(_) | Node::WaivedIf(_)) {
            let heading = heading(&voice.words).to_owned();
            lines.group(heading, child, |lines| Node::explain(child, voice, lines));
        } else {
            Node::explain(child, voice, lines);
        }
    }
}

pub(super) fn explain(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    for child in explained.children() {
        Node::explain(child, voice, lines);
    }
}
