//! Which tests beneath an open criterion would have to turn.

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

/// The targets of an open criterion: of what must hold together the first that does not, of alternatives all.
pub(super) fn of_judged<'p>(judged: &Judged<'p>, targets: &mut Vec<Target<'p>>) {
    let open = |child: &&Judged<'p>| child.truth != Truth::Met;
    match &judged.reasons {
        Reasons::Test(explained) => of_explained(explained, Truth::Met, targets),
        Reasons::Criteria(children) if matches!(judged.criterion.body, Body::AnyOf(_)) => {
            let examined = children.iter().filter(open);
            examined.for_each(|child| of_judged(child, targets));
        }
        Reasons::Criteria(children) => {
            children.iter().find(open).into_iter().for_each(|child| of_judged(child, targets));
        }
        Reasons::NotExamined(_) => {}
    }
}

fn of_explained<'p>(explained: &Explained<'p>, want: Truth, targets: &mut Vec<Target<'p>>) {
    let mut open = explained.children().filter(|child| child.truth != want);
    match explained.node.parts().join {
        Join::Opposite => open_children(explained, want.negated(), targets),
        Join::Every if want == Truth::Met => first(open.next(), want, targets),
        Join::Any | Join::Waived if want == Truth::Unmet => first(open.next(), want, targets),
        Join::Every | Join::Any | Join::Waived | Join::Several => {
            open.for_each(|child| of_explained(child, want, targets));
        }
        Join::Agreed => first(open.next(), want, targets),
        Join::Picked => {
            first(open.next(), want, targets);
            // Another row may be within reach.
            targets.push(Target::of(explained, want));
        }
        Join::Inputs => targets.push(Target::of(explained, want)),
    }
}

fn open_children<'p>(explained: &Explained<'p>, want: Truth, targets: &mut Vec<Target<'p>>) {
    let open = explained.children().filter(|child| child.truth != want);
    open.for_each(|child| of_explained(child, want, targets));
}

fn first<'p>(open: Option<&Explained<'p>>, want: Truth, targets: &mut Vec<Target<'p>>) {
    open.into_iter().for_each(|child| of_explained(child, want, targets));
}
