//! Routes 「路径」: sets of changes with which a goal is met, none of them too much.
//!
//! A beam search takes the first open criterion, tries what its open tests ask for, and keeps the cheapest sets;
//! what it finds is cut down until no change can be left out or made smaller, and every smaller set is tried.

use super::{
    change::{Change, joined},
    cost::Cost,
    hope::Hope,
    lever::ways,
    mark::{self, Mark},
    score,
    target::{Target, Targets},
    trial::{Goal, Trial, movable},
};
use crate::{
    base::truth::Truth,
    language::{assessment::Judged, missing::FactRef},
};

/// Sets of changes that are followed at once.
const BEAM: usize = 24;
/// Steps a set is followed for.
const ROUNDS: usize = 24;
/// Sets that are cut down.
const FOUND: usize = 16;
/// Changes of one route; all of their subsets are tried.
const MOST_CHANGES: usize = 8;
/// Times the changes of a route are cut down one after the other.
const CUTS: usize = 6;

/// A set of changes; places ascending.
pub(super) type Changes = Vec<Change>;

/// The routes to a goal, the cheapest first, `most` at most.
pub(super) fn routes<'p>(trial: &mut Trial<'p>, goal: Goal<'p>, most: usize) -> Vec<Changes> {
    let marks = marks_of(trial, goal);
    let mut routes = Vec::new();
    for changes in search(trial, goal, most) {
        let Some(route) = cut_down(trial, goal, &marks, changes) else { continue };
        if !routes.iter().any(|(_, known)| *known == route) {
            routes.push((Cost::of(&route, trial), route));
        }
        if routes.len() >= most {
            break;
        }
    }
    rank(&mut routes, most);
    routes.into_iter().map(|(_, route)| route).collect()
}

/// What a goal rests on.
pub(super) fn marks_of<'p>(trial: &Trial<'p>, goal: Goal<'p>) -> Vec<Mark<'p>> {
    let mut marks = Vec::new();
    match goal {
        Goal::Verdict => marks = mark::of_pack(trial.pack),
        Goal::Criterion(criterion) => mark::of_criterion(trial.pack, criterion, &mut marks),
        Goal::Node(node, years_ago) => mark::of_node(trial.pack, node, years_ago, &mut marks),
    }
    marks
}

fn rank(sets: &mut Vec<(Cost, Changes)>, most: usize) {
    let places = |changes: &Changes| changes.iter().map(|change| change.place).collect::<Vec<FactRef>>();
    sets.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| places(&a.1).cmp(&places(&b.1))));
    sets.dedup_by(|a, b| a.1 == b.1);
    sets.truncate(most);
}

/// Sets of changes with which the goal is met, found step by step; none is followed that is already dearer than
/// all that will be told.
fn search<'p>(trial: &mut Trial<'p>, goal: Goal<'p>, most: usize) -> Vec<Changes> {
    let (mut front, mut found) = (vec![(Cost::NOTHING, Changes::new())], Vec::new());
    for _ in 0..ROUNDS {
        let mut next = Vec::new();
        for (cost, changes) in front {
            match trial.with(&changes, |trial| steps(trial, goal)) {
                None => found.push((cost, changes)),
                Some(steps) => {
                    let sets = steps.iter().filter_map(|step| joined(&changes, step));
                    let sets = sets.filter(|set| set.len() <= MOST_CHANGES);
                    next.extend(sets.map(|set| (Cost::of(&set, trial), set)));
                }
            }
        }
        rank(&mut found, FOUND);
        if let Some((bar, _)) = most.checked_sub(1).and_then(|last| found.get(last)) {
            next.retain(|(cost, _)| cost <= bar);
        }
        rank(&mut next, BEAM);
        front = next;
    }
    found.into_iter().map(|(_, changes)| changes).collect()
}

/// What could be done next; `None` when the goal is met.
fn steps<'p>(trial: &mut Trial<'p>, goal: Goal<'p>) -> Option<Vec<Changes>> {
    let mut targets = Vec::new();
    {
        let assessment = trial.assess();
        let hope = Hope { assessment: &assessment };
        let open = |judged: &&Judged<'p>| hope.judged(judged) != Truth::Met;
        let judged = match goal {
            Goal::Criterion(criterion) => {
                let all = assessment.criteria();
                all.into_iter().filter(open).find(|judged| std::ptr::eq(judged.criterion, criterion))
            }
            Goal::Verdict | Goal::Node(..) => assessment.top_level().find(open),
        };
        Targets { hope }.of_judged(judged?, &mut targets);
    }
    Some(targets.iter().flat_map(|target| ways_to(trial, target)).collect())
}

/// The changes of one figure or answer that turn a test, of what is known; for the score, sets of them.
fn ways_to<'p>(trial: &mut Trial<'p>, target: &Target<'p>) -> Vec<Changes> {
    if target.node.reads_score() {
        return trial.jumps(score::cheapest);
    }
    let goal = Goal::Node(target.node, target.years_ago);
    let mut changes = singles(trial, goal, |truth| truth == target.want);
    if changes.is_empty() && target.truth == Truth::Undetermined {
        // A ratio over nothing has to have a denominator before its numerator counts.
        changes = singles(trial, goal, |truth| truth != Truth::Undetermined);
    }
    changes.into_iter().map(|change| vec![change]).collect()
}

/// For each lever the smallest change that gives a goal such a truth.
pub(super) fn singles<'p>(trial: &mut Trial<'p>, goal: Goal<'p>, is: impl Fn(Truth) -> bool) -> Vec<Change> {
    let marks = marks_of(trial, goal);
    let mut found = Vec::new();
    for place in movable(trial, &marks) {
        let (Some(term), from) = (trial.term(place), trial.value(place)) else { continue };
        for way in ways(term) {
            let to = trial.nearest(&marks, place, *way, goal, &is);
            found.extend(to.map(|to| Change { place, from: from.clone(), to }));
        }
    }
    found
}

/// Cuts a set down to one in which nothing is too much; `None` when no end is found.
fn cut_down<'p>(
    trial: &mut Trial<'p>,
    goal: Goal<'p>,
    marks: &[Mark<'p>],
    changes: Changes,
) -> Option<Changes> {
    let mut changes = changes;
    for _ in 0..CUTS {
        let before = changes.clone();
        for change in before.iter().rev() {
            smaller(trial, goal, marks, &mut changes, change.place);
        }
        if changes == before {
            match subset(trial, goal, &changes) {
                Some(subset) => changes = subset,
                None => return (!changes.is_empty()).then_some(changes),
            }
        }
    }
    None
}

/// Leaves one change out or makes it as small as the goal allows with all others made.
fn smaller<'p>(
    trial: &mut Trial<'p>,
    goal: Goal<'p>,
    marks: &[Mark<'p>],
    changes: &mut Changes,
    place: FactRef,
) {
    let Some(at) = changes.iter().position(|change| change.place == place) else { return };
    let change = changes.remove(at);
    let found = trial.with(changes, |trial| {
        if trial.truth(goal) == Truth::Met {
            return None;
        }
        let ways = trial.term(place).map_or([].as_slice(), ways);
        let mut to = ways
            .iter()
            .filter_map(|way| trial.nearest(marks, place, *way, goal, |truth| truth == Truth::Met));
        to.next().or(Some(change.to.clone()))
    });
    if let Some(to) = found {
        changes.insert(at, Change { to, ..change });
    }
}

/// The first smaller set, by the changes it makes, with which the goal is met.
fn subset<'p>(trial: &mut Trial<'p>, goal: Goal<'p>, changes: &Changes) -> Option<Changes> {
    let bits = u32::try_from(changes.len()).ok()?;
    let sets = 1_u32.checked_shl(bits)?.saturating_sub(1);
    (1..sets).find_map(|set| {
        let chosen =
            changes.iter().zip(0_u8..).filter(|(_, at)| u64::from(set) & crate::base::value::bit(*at) != 0);
        let chosen: Changes = chosen.map(|(change, _)| change.clone()).collect();
        let met = trial.with(&chosen, |trial| trial.truth(goal) == Truth::Met);
        met.then_some(chosen)
    })
}
