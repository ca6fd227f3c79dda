//! Slack 「达标富余」: by how much a condition is met, seen from the figure that is nearest to its limit.

use super::{
    change::Change,
    lever::{Way, one_step_back, ways},
    route::marks_of,
    trial::{Goal, Trial, movable},
};
use crate::{
    base::{
        number::{MILLION, Unit},
        truth::Truth,
        value::Value,
    },
    language::{
        assessment::{Assessment, Judged, Reasons},
        missing::FactRef,
        packs::Criterion,
        terms::Term,
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
    /// A value that keeps the criterion met, the last one but for rounding: of money whole 万元 on the safe side, where
    /// that leaves anything; `from` itself where there is none to spare.
    pub to: Value,
    /// Whether the figure rises to it.
    pub rising: bool,
}

/// The slack of criteria that are met by a test of their own, a line for each that has one, the tightest first.
pub(super) fn slack<'p>(trial: &mut Trial<'p>, criteria: &[&'p Criterion]) -> Vec<Slack<'p>> {
    let mut found: Vec<(u64, Slack<'p>)> =
        criteria.iter().filter_map(|criterion| tightest(trial, criterion)).collect();
    found.sort_by_key(|(share, _)| *share);
    found.into_iter().map(|(_, slack)| slack).collect()
}

/// The figure with the least to spare for its size. What may get worse comes before what may get better, and of what
/// may get better only the newest year is looked at: nobody raises the base of a growth.
fn tightest<'p>(trial: &mut Trial<'p>, criterion: &'p Criterion) -> Option<(u64, Slack<'p>)> {
    let goal = Goal::Criterion(criterion);
    let marks = marks_of(trial, goal);
    let mut found: Vec<(bool, u64, Slack<'p>)> = Vec::new();
    for place in movable(trial, &marks) {
        let (Some(term), Some(from)) = (trial.term(place), trial.value(place)) else { continue };
        if !matches!(from, Value::Number(_) | Value::Rank(_)) || !trial.is_possible(place, &from) {
            continue;
        }
        let newest = trial.dossier().period_year(term.period(), 0);
        for way in [Way::Up, Way::Down] {
            if way != worse(term) && place.year != newest {
                continue;
            }
            let Some(to) = last_good(trial, goal, place, way) else { continue };
            let to = rounded(way, term, &from, to);
            let share = share(trial, place, &from, &to);
            let slack = Slack { criterion, place, from: from.clone(), to, rising: way == Way::Up };
            found.push((way != worse(term), share, slack));
        }
    }
    let tightest = found.into_iter().min_by_key(|(better, share, _)| (*better, *share));
    tightest.map(|(_, share, slack)| (share, slack))
}

/// How much there is to spare for the size of the figure, in millionths.
fn share(trial: &Trial<'_>, place: FactRef, from: &Value, to: &Value) -> u64 {
    if from == to {
        return 0;
    }
    Change { place, from: Some(from.clone()), to: to.clone() }.size(trial.pack.terms())
}

/// The last value before the criterion is unmet; a figure that would have to be nothing, so that nothing can be said any
/// more, has none.
fn last_good<'p>(trial: &mut Trial<'p>, goal: Goal<'p>, place: FactRef, way: Way) -> Option<Value> {
    let marks = marks_of(trial, goal);
    let term = trial.term(place)?;
    let breaks = trial.nearest(&marks, place, way, goal, |truth| truth != Truth::Met)?;
    let is_unmet = trial.turns(place, &breaks, goal, |truth| truth == Truth::Unmet);
    is_unmet.then(|| one_step_back(way, term, &breaks)).flatten()
}

/// The way that a firm does not want a figure to go.
fn worse(term: &Term) -> Way {
    if ways(term) == [Way::Down] { Way::Up } else { Way::Down }
}

/// Money in whole 万元 on the safe side; as it is where that would leave nothing to spare.
fn rounded(way: Way, term: &Term, from: &Value, to: Value) -> Value {
    let (Value::Number(from), Value::Number(exact)) = (from, &to) else { return to };
    if term.unit() != Some(Unit::Money) {
        return to;
    }
    let below = exact.div_euclid(MILLION).saturating_mul(MILLION);
    let whole = match way {
        Way::Down if below < *exact => below.saturating_add(MILLION),
        Way::Up | Way::Down => below,
    };
    let is_safe = if way == Way::Up { whole >= *from } else { whole <= *from };
    if is_safe { Value::Number(whole) } else { to }
}

/// The criteria that are met by a test of their own.
pub(super) fn met_criteria<'p>(assessment: &Assessment<'p, '_>) -> Vec<&'p Criterion> {
    let met = |judged: &&Judged<'p>| judged.truth == Truth::Met && matches!(judged.reasons, Reasons::Test(_));
    assessment.criteria().into_iter().filter(met).map(|judged| judged.criterion).collect()
}
