//! `all`: every child.

use super::{Explained, Node, Run};
use crate::{
    check::{Checker, Code},
    doc::NodeDoc,
    explain::{Lines, Voice},
    truth::Truth,
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

pub(super) fn explain(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    for child in explained.children() {
        Node::explain(child, voice, lines);
    }
}
