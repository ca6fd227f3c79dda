//! `every_year`: a test in each of the last periods.

use super::{Explained, Node, Run};
use crate::{
    base::{compact::compact, truth::Truth},
    language::{
        checker::Checker,
        words::{Clause, Lines, Voice, Words},
    },
    written::YearsDoc,
};

/// A test over periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    /// How many periods, 2 to 4.
    pub last: u8,
    /// The test in each.
    pub test: Box<Node>,
}

compact!(struct Years { last, test });

impl Years {
    pub(super) fn check(doc: &YearsDoc, c: &mut Checker<'_>) -> Option<Self> {
        let test = c.in_years(doc.last, |c| c.at("test", |c| Node::check(&doc.test, c)))?;
        Some(Self { last: doc.last, test: Box::new(test) })
    }

    pub(super) fn each<'p>(&'p self, run: &Run<'_, 'p>) -> Vec<Explained<'p>> {
        (0..self.last).map(|i| self.test.eval(&run.years_back(i))).collect()
    }
}

pub(super) fn eval<'p>(node: &'p Node, years: &'p Years, run: &Run<'_, 'p>) -> Explained<'p> {
    let children = years.each(run);
    let truth = Truth::all(children.iter().map(|child| child.truth));
    Explained::of_children(node, run, truth, children)
}

pub(super) fn describe(years: &Years, words: &Words<'_>) -> Clause {
    let heading = words.either(
        || format!("近{}年每年", words.years_word(years.last)),
        || format!("In each of the last {} years", years.last),
    );
    Clause::group(heading, vec![years.test.describe(&words.with_years_said())])
}

pub(super) fn explain(explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
    for child in explained.children() {
        Node::explain(child, voice, lines);
    }
}
