//! What would be met if every absent answer came out well: routes go on under that assumption and name the answers.
//!
//! Only absence is assumed away. What the text leaves ambiguous, experts grade or a ratio over nothing stays open.

use crate::{
    base::truth::Truth,
    language::{
        assessment::{Assessment, Judged, Reasons},
        cause::Cause,
        nodes::{Explained, Input, Join},
        packs::Body,
        scores::{GroupResult, IndicatorResult, Points, SheetResult},
    },
};

/// The truth of a criterion of an assessment if every absent answer came out well.
pub fn hoped(assessment: &Assessment<'_, '_>, judged: &Judged<'_>) -> Truth {
    Hope { assessment }.judged(judged)
}

/// The verdict if every absent answer came out well.
pub fn hoped_verdict(assessment: &Assessment<'_, '_>) -> Truth {
    Truth::all(assessment.top_level().map(|judged| hoped(assessment, judged)))
}

/// Truths of an assessment if every absent answer came out well.
#[derive(Clone, Copy)]
pub(super) struct Hope<'a> {
    pub(super) assessment: &'a Assessment<'a, 'a>,
}

impl Hope<'_> {
    /// The truth of a criterion.
    pub(super) fn judged(self, judged: &Judged<'_>) -> Truth {
        if judged.truth != Truth::Undetermined {
            return judged.truth;
        }
        match &judged.reasons {
            Reasons::NotExamined(_) => Truth::Met,
            Reasons::Test(explained) => self.explained(explained, Truth::Met),
            Reasons::Criteria(children) => {
                let examined =
                    children.iter().filter(|child| !matches!(child.reasons, Reasons::NotExamined(_)));
                let truths = examined.map(|child| self.judged(child));
                match judged.criterion.body {
                    Body::AnyOf(_) => Truth::any(truths),
                    Body::AllOf(_) | Body::Test { .. } => Truth::all(truths),
                }
            }
        }
    }

    /// The truth of a test of which a truth is wanted.
    pub(super) fn explained(self, explained: &Explained<'_>, want: Truth) -> Truth {
        if explained.truth != Truth::Undetermined {
            return explained.truth;
        }
        let children = |want| explained.children().map(move |child| self.explained(child, want));
        match explained.node.parts().join {
            Join::Inputs if explained.node.reads_score() => self.score(explained, want),
            Join::Inputs => {
                if self.is_absent(explained) {
                    want
                } else {
                    Truth::Undetermined
                }
            }
            Join::Every => Truth::all(children(want)),
            Join::Any | Join::Waived => Truth::any(children(want)),
            Join::Several(needed) => several(needed, children(want)),
            Join::Opposite => Truth::all(children(want.negated())).negated(),
            Join::Agreed { or_nothing } => agreed(or_nothing, children(want)),
            // One of several rows is picked by what is absent.
            Join::Picked if explained.children().nth(1).is_some() => {
                if children(want).any(|truth| truth == want) { want } else { want.negated() }
            }
            Join::Picked => children(want).next().unwrap_or(Truth::Undetermined),
        }
    }

    fn score(self, explained: &Explained<'_>, want: Truth) -> Truth {
        match self.assessment.sheet() {
            Some(sheet) if want == Truth::Met => truth_of_sheet(sheet),
            _ => explained.truth,
        }
    }

    fn is_absent(self, explained: &Explained<'_>) -> bool {
        let dossier = self.assessment.dossier();
        let unconfirmed = explained
            .node
            .parts()
            .inputs
            .into_iter()
            .any(|input| matches!(input, Input::Confirmation(fact) if dossier.get(fact).is_none()));
        unconfirmed || matches!(explained.cause, Some(Cause::Missing { .. }))
    }
}

/// The truth of a sheet whose absent answers give the most points that they can.
fn truth_of_sheet(sheet: &SheetResult<'_>) -> Truth {
    let hoped: Vec<Points> = sheet.indicators().map(points).collect();
    sheet.truth_with(|position, own| hoped.get(position).copied().unwrap_or(own))
}

/// The points of an indicator: the most where an answer is absent.
pub(super) const fn points(result: &IndicatorResult<'_>) -> Points {
    match result.cause {
        Some(Cause::Missing { .. }) => Points::exactly(result.points.max),
        _ => result.points,
    }
}

fn several(needed: usize, truths: impl Iterator<Item = Truth>) -> Truth {
    let (mut met, mut open) = (0_usize, 0_usize);
    truths.for_each(|truth| match truth {
        Truth::Met => met = met.saturating_add(1),
        Truth::Undetermined => open = open.saturating_add(1),
        Truth::Unmet => {}
    });
    match (met >= needed, met.saturating_add(open) >= needed) {
        (true, _) => Truth::Met,
        (false, true) => Truth::Undetermined,
        (false, false) => Truth::Unmet,
    }
}

/// All readings together; one that requires nothing is met.
fn agreed(or_nothing: bool, truths: impl Iterator<Item = Truth>) -> Truth {
    let mut all = truths.chain(or_nothing.then_some(Truth::Met));
    let first = all.next().unwrap_or(Truth::Undetermined);
    if all.all(|truth| truth == first) { first } else { Truth::Undetermined }
}

/// Points in all, then in each group, in millionths: the least, but the most where an answer is absent.
pub(super) fn sums(sheet: &SheetResult<'_>) -> Vec<i64> {
    let group = |group: &GroupResult<'_>| {
        let sum = group.indicators.iter().fold(0_i64, |sum, result| sum.saturating_add(points(result).min));
        sum.min(group.full().micros())
    };
    let groups: Vec<i64> = sheet.groups().iter().map(group).collect();
    let total = groups.iter().fold(0_i64, |total, sum| total.saturating_add(*sum));
    std::iter::once(total).chain(groups).collect()
}
