//! Gaps 「差距」: what an open criterion lacks, by each lever.

use super::{
    plan::Route,
    route::{self, singles},
    side_effect::Snapshot,
    trial::{Goal, Trial},
};
use crate::{
    base::truth::Truth,
    language::{
        assessment::{Assessment, Judged, Reasons},
        cause::Cause,
        missing::FactRef,
        nodes::{Explained, Input},
        packs::Criterion,
    },
};

/// A criterion that is not met, and what would make it so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap<'p> {
    /// The criterion; those above it follow from theirs.
    pub criterion: &'p Criterion,
    /// Unmet or undetermined.
    pub truth: Truth,
    /// Whether the verdict waits for it: no alternative to it is met.
    pub needed: bool,
    /// For each lever the smallest change that alone is enough; then the cheapest sets of changes, where no
    /// single one is enough and for score sheets.
    pub routes: Vec<Route>,
    /// Facts that are absent and leave it open.
    pub find_out: Vec<FactRef>,
}

/// Sets of changes told for one criterion.
const MOST_SETS: usize = 5;

/// An open criterion with a test, and whether the verdict waits for it.
pub(super) struct OpenCriterion<'p> {
    criterion: &'p Criterion,
    truth: Truth,
    needed: bool,
    has_score: bool,
    find_out: Vec<FactRef>,
}

/// The open criteria of an assessment, in the order of the pack.
pub(super) fn open_criteria<'p>(assessment: &Assessment<'p, '_>) -> Vec<OpenCriterion<'p>> {
    let mut open = Vec::new();
    assessment.top_level().for_each(|judged| collect(judged, true, assessment, &mut open));
    open
}

fn collect<'p>(
    judged: &Judged<'p>,
    needed: bool,
    assessment: &Assessment<'p, '_>,
    open: &mut Vec<OpenCriterion<'p>>,
) {
    let needed = needed && judged.truth != Truth::Met;
    match &judged.reasons {
        Reasons::Criteria(children) => {
            children.iter().for_each(|child| collect(child, needed, assessment, open));
        }
        Reasons::Test(test) if judged.truth != Truth::Met => open.push(OpenCriterion {
            criterion: judged.criterion,
            truth: judged.truth,
            needed,
            has_score: has_score(test),
            find_out: absent(test, assessment),
        }),
        Reasons::Test(_) | Reasons::NotExamined(_) => {}
    }
}

fn has_score(explained: &Explained<'_>) -> bool {
    explained.node.reads_score() || explained.children().any(has_score)
}

/// Facts that leave a test open, each once.
fn absent(test: &Explained<'_>, assessment: &Assessment<'_, '_>) -> Vec<FactRef> {
    let mut facts = Vec::new();
    each_absent(test, assessment, &mut facts);
    facts.sort_unstable();
    facts.dedup();
    facts
}

fn each_absent(explained: &Explained<'_>, assessment: &Assessment<'_, '_>, facts: &mut Vec<FactRef>) {
    if explained.truth != Truth::Undetermined {
        return;
    }
    for input in explained.node.parts().inputs {
        match input {
            Input::Confirmation(fact) => facts.push(FactRef { fact, year: None }),
            Input::SizeClass => {
                let (dossier, terms) = (assessment.dossier(), assessment.pack().terms());
                let open = assessment.size().open_facts();
                facts.extend(open.map(|fact| super::line::place_of(terms, dossier, fact, 0)));
            }
            Input::Score => {
                let open = assessment.sheet().into_iter().flat_map(|sheet| sheet.indicators());
                let causes = open.filter(|result| result.points.is_open()).filter_map(|result| result.cause);
                facts.extend(causes.filter_map(missing));
            }
            Input::Quantity(..) | Input::Answer(_) | Input::Among(..) | Input::Rank(..) | Input::City(_) => {
                facts.extend(explained.cause.and_then(missing));
            }
        }
    }
    explained.children().for_each(|child| each_absent(child, assessment, facts));
}

const fn missing(cause: Cause) -> Option<FactRef> {
    if let Cause::Missing { fact, year } = cause { Some(FactRef { fact, year }) } else { None }
}

impl<'p> OpenCriterion<'p> {
    pub(super) fn find_out(&self) -> &[FactRef] {
        &self.find_out
    }

    /// What it lacks.
    pub(super) fn gap(self, trial: &mut Trial<'p>, before: &Snapshot<'p>) -> Gap<'p> {
        let goal = Goal::Criterion(self.criterion);
        let singles = singles(trial, goal, |truth| truth == Truth::Met);
        let enough = singles.iter().any(|change| change.from.is_some());
        let mut found: Vec<_> = singles.into_iter().map(|change| vec![change]).collect();
        if !enough || self.has_score {
            let sets = route::routes(trial, goal, MOST_SETS);
            found.extend(sets.into_iter().filter(|set| set.len() > 1));
        }
        let routes = found.into_iter().map(|changes| Route::of(changes, trial, before)).collect();
        let Self { criterion, truth, needed, find_out, .. } = self;
        Gap { criterion, truth, needed, routes, find_out }
    }
}
