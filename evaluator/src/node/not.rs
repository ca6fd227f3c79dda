//! `not`: the opposite of one child.

use super::{Explained, Node, Run, holds};
use crate::explain::{Lines, Voice};

pub(super) fn eval<'p>(node: &'p Node, inner: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
    let child = inner.eval(run);
    Explained::of_children(node, run, child.truth.negated(), vec![child])
}

pub(super) fn explain(inner: &Node, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    if let Node::Holds(fact) = inner {
        return holds::explain(*fact, false, explained, voice, lines);
    }
    let heading = voice.pick("以下不成立", "The following does not hold");
    lines.group(heading.to_owned(), explained, |lines| {
        for child in explained.children() {
            Node::explain(child, voice, lines);
        }
    });
}
