//! What the kinds with several nodes beneath them share.

use super::{Explained, Join, Node, Voice, Words, all};
use crate::{
    language::{
        checker::Checker,
        diagnostics::Code,
        words::{Clause, Lines},
    },
    written::NodeDoc,
};

/// Checks the nodes beneath `all`, `any` and `at_least_n`.
pub(super) fn check_several(docs: &[NodeDoc], c: &mut Checker<'_>) -> Option<Vec<Node>> {
    if docs.len() < 2 {
        return c.fail(Code::Constant, "组合至少要有两个子条件");
    }
    c.each(docs, Node::check)
}

/// The clauses of several nodes.
pub(super) fn clauses(nodes: &[Node], words: &Words<'_>) -> Vec<Clause> {
    nodes.iter().map(|node| node.describe(words)).collect()
}

/// Explains the nodes beneath one that stand beside each other: those of several lines get a heading of their
/// own.
pub(super) fn explain_beside(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    for child in explained.children() {
        match child.node.parts().join {
            Join::Every | Join::Waived => {
                let heading = all::heading(&voice.words).to_owned();
                lines.group(heading, child.truth, |lines| Node::explain(child, voice, lines));
            }
            Join::Inputs
            | Join::Any
            | Join::Several(_)
            | Join::Opposite
            | Join::Agreed { .. }
            | Join::Picked => {
                Node::explain(child, voice, lines);
            }
        }
    }
}
