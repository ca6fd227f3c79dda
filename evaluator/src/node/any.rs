//! `any`: at least one child.

use super::{Explained, Node, Run};
use crate::{
    explain::{Lines, Voice},
    truth::Truth,
};

pub(super) fn eval<'p>(node: &'p Node, nodes: &'p [Node], run: &Run<'_, 'p>) -> Explained<'p> {
    let children: Vec<_> = nodes.iter().map(|node| node.eval(run)).collect();
    let truth = Truth::any(children.iter().map(|child| child.truth));
    Explained::of_children(node, run, truth, children)
}

pub(super) fn explain(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    let heading = voice.pick("以下任一", "Any of the following");
    lines.group(heading.to_owned(), explained, |lines| {
        for child in explained.children() {
            Node::explain(child, voice, lines);
        }
    });
}
