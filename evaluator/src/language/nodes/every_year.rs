//! `every_year`: a test in each of the last periods.

use super::{Explained, Join, Node, Parts, Place, Run, Voice, Words, kind::Kind, years::Years};
use crate::{
    base::{compact::compact, truth::Truth},
    language::{
        checker::Checker,
        words::{Clause, Lines},
    },
    written::YearsDoc,
};

/// A test that must hold in each of the last periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EveryYear(pub Years);

compact!(struct EveryYear(inner));

impl Kind for EveryYear {
    type Doc = YearsDoc;
    const KEY: &'static str = "every_year";

    fn check(doc: &YearsDoc, c: &mut Checker<'_>) -> Option<Self> {
        Years::check(doc, c).map(Self)
    }

    fn parts(&self) -> Parts<'_> {
        Parts::joined(Join::Every, vec![self.0.child(Place::of(Self::KEY))])
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let children = self.0.eval_each(run);
        let truth = Truth::all(children.iter().map(|child| child.truth));
        Explained::of_children(node, run, truth, children)
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        let last = self.0.last;
        let heading = words.either(
            || format!("近{}年每年", words.years_word(last)),
            || format!("In each of the last {last} years"),
        );
        Clause::group(heading, vec![self.0.test.describe(&words.with_years_said())])
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        explained.children().for_each(|child| Node::explain(child, voice, lines));
    }
}
