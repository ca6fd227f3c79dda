//! `any_year`: a test in any of the last periods.

use super::{
    Explained, Join, Node, Parts, Place, Run, Voice, Words, kind::Kind, several::explain_beside, years::Years,
};
use crate::{
    base::{compact::compact, truth::Truth},
    language::{
        checker::Checker,
        words::{Clause, Lines},
    },
    written::YearsDoc,
};

/// A test that must hold in one of the last periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyYear(pub Years);

compact!(struct AnyYear(inner));

impl Kind for AnyYear {
    type Doc = YearsDoc;
    const KEY: &'static str = "any_year";

    fn check(doc: &YearsDoc, c: &mut Checker<'_>) -> Option<Self> {
        Years::check(doc, c).map(Self)
    }

    fn parts(&self) -> Parts<'_> {
        Parts::joined(Join::Any, vec![self.0.child(Place::of(Self::KEY))])
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let children = self.0.eval_each(run);
        let truth = Truth::any(children.iter().map(|child| child.truth));
        Explained::of_children(node, run, truth, children)
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        Clause::group(self.heading(words), vec![self.0.test.describe(&words.with_years_said())])
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        let heading = self.heading(&voice.words);
        lines.group(heading, explained.truth, |lines| explain_beside(explained, voice, lines));
    }
}

impl AnyYear {
    fn heading(&self, words: &Words<'_>) -> String {
        let last = self.0.last;
        words.either(
            || format!("近{}年任一年", words.years_word(last)),
            || format!("Any of the last {last} years"),
        )
    }
}
