//! What one change alone does to a score sheet: band jumps 「跃档」.

use super::{
    change::Change,
    cost::Cost,
    hope,
    lever::ways,
    mark,
    trial::{Trial, movable},
};
use crate::language::scores::SheetResult;

/// A change and the points it wins.
#[derive(Clone, Debug)]
pub(super) struct Jump {
    pub(super) change: Change,
    pub(super) cost: Cost,
    /// Points won in all, then in each group, in millionths.
    pub(super) gains: Vec<i64>,
    /// The indicators whose points it moves, by position.
    indicators: u64,
}

/// Jumps of which at most one may be made: they move the points of common indicators.
pub(super) type Class = Vec<Jump>;

/// Farther jumps of one figure are not looked at.
const MOST_OF_ONE: usize = 128;

/// All jumps from where the firm stands, in classes.
pub(super) fn classes(trial: &mut Trial<'_>) -> Vec<Class> {
    let Some(sheet) = trial.pack.sheet() else { return Vec::new() };
    let mut marks = Vec::new();
    mark::of_sheet(sheet, &mut marks);
    let Some(own) = trial.sheet() else { return Vec::new() };
    let mut classes: Vec<Class> = Vec::new();
    for place in movable(trial, &marks) {
        let (Some(term), Some(from)) = (trial.term(place), trial.value(place)) else { continue };
        let mut jumps: Class = Vec::new();
        for way in ways(term) {
            for (_, to) in trial.values(&marks, place, *way, Some(&from)) {
                let change = Change { place, from: Some(from.clone()), to };
                let best = jumps.iter().map(Jump::total).max().unwrap_or(0);
                jumps.extend(Jump::of(change, &own, trial).filter(|jump| jump.total() > best));
                if jumps.len() >= MOST_OF_ONE {
                    break;
                }
            }
        }
        if !jumps.is_empty() {
            join(&mut classes, jumps);
        }
    }
    classes
}

impl Jump {
    fn of(change: Change, own: &SheetResult<'_>, trial: &mut Trial<'_>) -> Option<Self> {
        let cost = Cost::of_one_more(&change, trial);
        let (gains, indicators) = trial.with(std::slice::from_ref(&change), |trial| {
            let then = trial.sheet()?;
            Some((gains(own, &then), moved(own, &then)))
        })?;
        Some(Self { change, cost, gains, indicators })
    }

    fn total(&self) -> i64 {
        self.gains.first().copied().unwrap_or(0)
    }
}

fn gains(own: &SheetResult<'_>, then: &SheetResult<'_>) -> Vec<i64> {
    let pairs = hope::sums(own).into_iter().zip(hope::sums(then));
    pairs.map(|(own, then)| then.saturating_sub(own)).collect()
}

fn moved(own: &SheetResult<'_>, then: &SheetResult<'_>) -> u64 {
    let pairs = own.indicators().zip(then.indicators()).zip(0_u8..);
    let moved = pairs.filter(|((own, then), _)| own.points != then.points);
    crate::base::value::bits(moved.map(|(_, index)| index))
}

/// Puts jumps with those that move an indicator in common.
fn join(classes: &mut Vec<Class>, mut jumps: Class) {
    let all = |class: &Class| class.iter().fold(0, |all, jump| all | jump.indicators);
    let mine = all(&jumps);
    let apart = |class: &Class| all(class) & mine == 0;
    let (keep, common): (Vec<_>, Vec<_>) = std::mem::take(classes).into_iter().partition(apart);
    *classes = keep;
    jumps.extend(common.into_iter().flatten());
    classes.push(jumps);
}
