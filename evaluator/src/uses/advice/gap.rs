//! Gaps 「差距」: what an open criterion lacks, by each lever.

use super::{
    absent,
    plan::Route,
    route::{self, singles},
    trial::Goal,
    year::Year,
};
use crate::{
    base::truth::Truth,
    language::{
        assessment::{Assessment, Judged, Reasons},
        dossier::Dossier,
        missing::FactRef,
        nodes::Explained,
        packs::Criterion,
    },
};

/// A criterion that is not met, and what would make it so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap<'p> {
    /// The criterion; those above it follow from theirs.
    pub criterion: &'p Criterion,
    /// Unmet, or undetermined though every answer is known.
    pub truth: Truth,
    /// Whether the verdict waits for it: no alternative to it is met.
    pub needed: bool,
    /// For the first application year in which it could be met: for each lever the smallest change that alone is
    /// enough; then the cheapest sets of changes, where no single one is enough and for score sheets.
    pub routes: Vec<Route>,
    /// The first application year in which it is met if nothing but time goes by, where that is so.
    pub waiting: Option<i16>,
}

/// A criterion that is open because answers are absent: nobody knows whether it is a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered<'p> {
    /// The criterion; those above it follow from theirs.
    pub criterion: &'p Criterion,
    /// Whether the verdict waits for it: no alternative to it is met.
    pub needed: bool,
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
            find_out: absent::of_test(test, assessment),
        }),
        Reasons::Test(_) | Reasons::NotExamined(_) => {}
    }
}

fn has_score(explained: &Explained<'_>) -> bool {
    explained.node.reads_score() || explained.children().any(has_score)
}

impl<'p> OpenCriterion<'p> {
    pub(super) fn find_out(&self) -> &[FactRef] {
        &self.find_out
    }

    /// What it lacks, if anything is known to lack; otherwise what to find out.
    pub(super) fn told(self, years: &mut [Year<'p>], now: &Dossier) -> Result<Gap<'p>, Unanswered<'p>> {
        let Self { criterion, truth, needed, has_score, find_out } = self;
        if !find_out.is_empty() {
            return Err(Unanswered { criterion, needed, find_out });
        }
        let goal = Goal::Criterion(criterion);
        let mut gap = Gap { criterion, truth, needed, routes: Vec::new(), waiting: None };
        for year in years {
            if year.is_met(goal) {
                gap.waiting = Some(year.trial.dossier().as_of().year());
                break;
            }
            gap.routes = routes_in(year, goal, has_score, now);
            if !gap.routes.is_empty() {
                break;
            }
        }
        Ok(gap)
    }
}

fn routes_in<'p>(year: &mut Year<'p>, goal: Goal<'p>, has_score: bool, now: &Dossier) -> Vec<Route> {
    let singles = singles(&mut year.trial, goal, |truth| truth == Truth::Met);
    let enough = !singles.is_empty();
    let mut found: Vec<_> = singles.into_iter().map(|change| vec![change]).collect();
    if !enough || has_score {
        let sets = route::routes(&mut year.trial, goal, MOST_SETS);
        found.extend(sets.into_iter().filter(|set| set.len() > 1));
    }
    found.into_iter().map(|changes| Route::of(changes, year, goal, now)).collect()
}
