//! Which tests beneath an open criterion would have to turn.

use super::hope::Hope;
use crate::{
    base::truth::Truth,
    language::{
        assessment::{Judged, Reasons},
        nodes::{Explained, Join, Node},
        packs::Body,
    },
};

/// A test, seen from an earlier period, its truth and the one it would need.
pub(super) struct Target<'p> {
    pub(super) node: &'p Node,
    pub(super) years_ago: u8,
    pub(super) truth: Truth,
    pub(super) want: Truth,
}

impl<'p> Target<'p> {
    const fn of(explained: &Explained<'p>, want: Truth) -> Self {
        Self { node: explained.node, years_ago: explained.years_ago, truth: explained.truth, want }
    }
}

/// Finds the tests beneath criteria that absent answers alone would not turn.
#[derive(Clone, Copy)]
pub(super) struct Targets<'a> {
    pub(super) hope: Hope<'a>,
}

impl Targets<'_> {
    /// The targets of an open criterion: of what must hold together the first that does not, of alternatives all.
    pub(super) fn of_judged<'p>(self, judged: &Judged<'p>, targets: &mut Vec<Target<'p>>) {
        let open = |child: &&Judged<'p>| self.hope.judged(child) != Truth::Met;
        match &judged.reasons {
            Reasons::Test(explained) => self.of_explained(explained, Truth::Met, targets),
            Reasons::Criteria(children) if matches!(judged.criterion.body, Body::AnyOf(_)) => {
                children.iter().filter(open).for_each(|child| self.of_judged(child, targets));
            }
            Reasons::Criteria(children) => {
                children.iter().find(open).into_iter().for_each(|child| self.of_judged(child, targets));
            }
            Reasons::NotExamined(_) => {}
        }
    }

    fn of_explained<'p>(self, explained: &Explained<'p>, want: Truth, targets: &mut Vec<Target<'p>>) {
        let open =
            |want: Truth| explained.children().filter(move |child| self.hope.explained(child, want) != want);
        let mut each = |open: &mut dyn Iterator<Item = &Explained<'p>>, want: Truth| {
            open.for_each(|child| self.of_explained(child, want, targets));
        };
        match explained.node.parts().join {
            Join::Opposite => each(&mut open(want.negated()), want.negated()),
            Join::Every if want == Truth::Met => each(&mut open(want).take(1), want),
            Join::Any | Join::Waived if want == Truth::Unmet => each(&mut open(want).take(1), want),
            Join::Every | Join::Any | Join::Waived | Join::Several(_) => each(&mut open(want), want),
            Join::Agreed { .. } => each(&mut open(want).take(1), want),
            Join::Picked => {
                each(&mut open(want).take(1), want);
                // Another row may be within reach.
                targets.push(Target::of(explained, want));
            }
            Join::Inputs => targets.push(Target::of(explained, want)),
        }
    }
}
