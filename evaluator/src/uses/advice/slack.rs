//! Slack 「安全余量」: how far a figure may move before a criterion that is met no longer is.

use super::{
    lever::{Way, one_step_back},
    route::marks_of,
    trial::{Goal, Trial, movable},
};
use crate::{
    base::{truth::Truth, value::Value},
    language::{
        assessment::{Assessment, Judged, Reasons},
        missing::FactRef,
        packs::Criterion,
    },
};

/// How far one figure may move, all others as they are, before a criterion is no longer met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slack<'p> {
    /// Criterion that has the slack.
    pub criterion: &'p Criterion,
    /// Which fact, and of which year.
    pub place: FactRef,
    /// What the dossier says.
    pub from: Value,
    /// The last value that keeps the criterion met; `from` itself where there is none to spare.
    pub to: Value,
    /// Whether the figure rises to it.
    pub rising: bool,
}

/// The slack of every criterion with a test that is met, in the order of the pack.
pub(super) fn slack<'p>(trial: &mut Trial<'p>, criteria: &[&'p Criterion]) -> Vec<Slack<'p>> {
    let mut found = Vec::new();
    for criterion in criteria {
        let goal = Goal::Criterion(criterion);
        let marks = marks_of(trial, goal);
        for place in movable(trial, &marks) {
            let (Some(term), Some(from)) = (trial.term(place), trial.value(place)) else { continue };
            if !matches!(from, Value::Number(_) | Value::Rank(_)) || !trial.is_possible(place, &from) {
                continue;
            }
            for way in [Way::Up, Way::Down] {
                let breaks = trial.nearest(&marks, place, way, goal, |truth| truth != Truth::Met);
                let Some(to) = breaks.and_then(|breaks| one_step_back(way, term, &breaks)) else { continue };
                found.push(Slack { criterion, place, from: from.clone(), to, rising: way == Way::Up });
            }
        }
    }
    found
}

/// The criteria that are met by a test of their own.
pub(super) fn met_criteria<'p>(assessment: &Assessment<'p, '_>) -> Vec<&'p Criterion> {
    let met = |judged: &&Judged<'p>| judged.truth == Truth::Met && matches!(judged.reasons, Reasons::Test(_));
    assessment.criteria().into_iter().filter(met).map(|judged| judged.criterion).collect()
}
