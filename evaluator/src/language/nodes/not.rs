//! `not`: the opposite of one child.

use super::{Explained, Node, Run, all, holds};
use crate::language::words::{Clause, Lines, Voice, Words};

pub(super) fn eval<'p>(node: &'p Node, inner: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
    let child = inner.eval(run);
    Explained::of_children(node, run, child.truth.negated(), vec![child])
}

const fn heading(words: &Words<'_>) -> &'static str {
    words.pick("以下不成立", "The following does not hold")
}

pub(super) fn describe(inner: &Node, words: &Words<'_>) -> Clause {
    match inner {
        Node::Holds(fact) => Clause::Condition(holds::condition(*fact, false, words)),
        inner => Clause::group(heading(words), vec![inner.describe(words)]),
    }
}

pub(super) fn explain(inner: &Node, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    if let Node::Holds(fact) = inner {
        return holds::explain(*fact, false, explained, voice, lines);
    }
    let heading = heading(&voice.words).to_owned();
    lines.group(heading, explained, |lines| all::explain_beside(explained, voice, lines));
}
