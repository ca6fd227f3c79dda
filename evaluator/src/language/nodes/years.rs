//! What `every_year` and `any_year` share: a test over the last periods.

use super::{Child, Explained, Node, Place, Run};
use crate::{base::compact::compact, language::checker::Checker, written::YearsDoc};

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

    pub(super) fn child(&self, kind: Place) -> Child<'_> {
        Child { periods: self.last, ..Child::at(kind.field("test"), &self.test) }
    }

    /// The test in each period, the newest first.
    pub(super) fn eval_each<'p>(&'p self, run: &Run<'_, 'p>) -> Vec<Explained<'p>> {
        (0..self.last).map(|i| self.test.eval(&run.years_back(i))).collect()
    }
}
