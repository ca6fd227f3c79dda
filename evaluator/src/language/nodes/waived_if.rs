//! `waived_if`: a requirement and what makes it unnecessary 「豁免」.

use super::{Explained, Node, Run};
use crate::{
    base::compact::compact,
    language::{
        checker::Checker,
        words::{Clause, Lines, Voice, Words},
    },
    written::WaivedIfDoc,
};

/// A test with a waiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaivedIf {
    /// The requirement.
    pub test: Node,
    /// What makes it unnecessary.
    pub waiver: Node,
}

compact!(struct WaivedIf { test, waiver });

impl WaivedIf {
    pub(super) fn check(doc: &WaivedIfDoc, c: &mut Checker<'_>) -> Option<Self> {
        let test = c.at("test", |c| Node::check(&doc.test, c));
        let waiver = c.at("waiver", |c| Node::check(&doc.waiver, c));
        Some(Self { test: test?, waiver: waiver? })
    }

    pub(super) fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let test = self.test.eval(run);
        let waiver = self.waiver.eval(run);
        Explained::of_children(node, run, test.truth.or(waiver.truth), vec![test, waiver])
    }
}

const fn waiver_heading(words: &Words<'_>) -> &'static str {
    words.pick("豁免（满足即不要求上一项）", "Waiver (if met, the line above is not required)")
}

pub(super) fn describe(node: &WaivedIf, words: &Words<'_>) -> Clause {
    let waiver = Clause::group(waiver_heading(words), vec![node.waiver.describe(words)]);
    let heading = words.pick("要求，可以豁免", "Required unless waived");
    Clause::group(heading, vec![node.test.describe(words), waiver])
}

pub(super) fn explain(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    let mut children = explained.children();
    if let Some(test) = children.next() {
        Node::explain(test, voice, lines);
    }
    if let Some(waiver) = children.next() {
        lines.group(waiver_heading(&voice.words).to_owned(), waiver, |lines| {
            Node::explain(waiver, voice, lines)
        });
    }
}
