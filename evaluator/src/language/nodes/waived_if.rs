//! `waived_if`: a requirement and what makes it unnecessary 「豁免」.

use super::{Child, Explained, Join, Node, Parts, Place, Run, Voice, Words, kind::Kind};
use crate::{
    base::compact::compact,
    language::{
        checker::Checker,
        words::{Clause, Lines},
    },
    written::WaivedIfDoc,
};

/// A requirement with its waiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaivedIf {
    /// Requirement that may be waived.
    pub test: Box<Node>,
    /// What makes it unnecessary.
    pub waiver: Box<Node>,
}

compact!(struct WaivedIf { test, waiver });

impl Kind for WaivedIf {
    type Doc = WaivedIfDoc;
    const KEY: &'static str = "waived_if";

    fn check(doc: &WaivedIfDoc, c: &mut Checker<'_>) -> Option<Self> {
        let test = c.at("test", |c| Node::check(&doc.test, c));
        let waiver = c.at("waiver", |c| Node::check(&doc.waiver, c));
        Some(Self { test: Box::new(test?), waiver: Box::new(waiver?) })
    }

    fn parts(&self) -> Parts<'_> {
        let place = Place::of(Self::KEY);
        let test = Child::at(place.field("test"), &self.test);
        Parts::joined(Join::Waived, vec![test, Child::at(place.field("waiver"), &self.waiver)])
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let test = self.test.eval(run);
        let waiver = self.waiver.eval(run);
        Explained::of_children(node, run, test.truth.or(waiver.truth), vec![test, waiver])
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        let waiver = Clause::group(waiver_heading(words), vec![self.waiver.describe(words)]);
        let heading = words.pick("要求，可以豁免", "Required unless waived");
        Clause::group(heading, vec![self.test.describe(words), waiver])
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        let mut children = explained.children();
        if let Some(test) = children.next() {
            Node::explain(test, voice, lines);
        }
        if let Some(waiver) = children.next() {
            lines.group(waiver_heading(&voice.words).to_owned(), waiver.truth, |lines| {
                Node::explain(waiver, voice, lines)
            });
        }
    }
}

fn waiver_heading(words: &Words<'_>) -> &'static str {
    words.pick("替代条件（满足即可免上一项）", "Waiver (if met, the line above is not required)")
}
