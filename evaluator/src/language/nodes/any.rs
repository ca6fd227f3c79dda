//! `any`: at least one child.

use super::{Explained, Node, Run, all};
use crate::{
    base::truth::Truth,
    language::words::{Clause, Lines, Voice, Words},
};

pub(super) fn eval<'p>(node: &'p Node, nodes: &'p [Node], run: &Run<'_, 'p>) -> Explained<'p> {
    let children: Vec<_> = nodes.iter().map(|node| node.eval(run)).collect();
    let truth = Truth::any(children.iter().map(|child| child.truth));
    Explained::of_children(node, run, truth, children)
}

const fn heading(words: &Words<'_>) -> &'static str {
    words.pick("以下任一", "Any of the following")
}

pub(super) fn describe(nodes: &[Node], words: &Words<'_>) -> Clause {
    Clause::group(heading(words), all::clauses(nodes, words))
}

pub(super) fn explain(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    let heading = heading(&voice.words).to_owned();
    lines.group(heading, explained, |lines| all::explain_beside(explained, voice, lines));
}
