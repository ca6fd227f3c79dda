//! The cheapest sets of band jumps that reach a score, by dynamic programming.
//!
//! A state is how much of each need (the pass mark and the floors of groups) is filled, in units of points; for
//! each state the cheapest set of jumps is kept, class by class. The number of states is bounded: where units
//! would be too fine they are made coarser and gains rounded down, which may miss a cheaper set but never calls
//! a set enough that is not.

use super::{
    change::Change,
    cost::Cost,
    effort::Effort,
    hope,
    jump::{Class, Jump, classes},
    trial::Trial,
};
use crate::{
    base::number::Literal,
    language::{missing::FactRef, scores::SheetResult},
};

/// States of one table.
const MOST_STATES: usize = 4_096;

/// The cheapest sets of jumps, the cheapest first; none when the score cannot be reached so.
pub(super) fn cheapest(trial: &mut Trial<'_>) -> Vec<Vec<Change>> {
    let Some(needs) = trial.sheet().map(|sheet| needs(&sheet)) else { return Vec::new() };
    let classes = classes(trial);
    let grid = Grid::of(&needs, &classes);
    let mut found: Vec<(Cost, Vec<Change>)> = Vec::new();
    for effort in [Effort::ThisWindow, Effort::NextWindow, Effort::LongTerm] {
        let within = |jump: &&Jump| jump.cost.effort <= effort;
        let Some(best) = grid.cheapest(&classes, within) else { continue };
        if found.is_empty() {
            // The least effort that is enough is looked at more closely: the best without each of its changes.
            found.extend(best.1.iter().filter_map(|change| {
                grid.cheapest(&classes, |jump| within(jump) && jump.change.place != change.place)
            }));
        }
        found.push(best);
    }
    found.sort_by_key(|(cost, changes)| (*cost, places(changes)));
    found.dedup();
    found.into_iter().map(|(_, changes)| changes).collect()
}

fn places(changes: &[Change]) -> Vec<FactRef> {
    changes.iter().map(|change| change.place).collect()
}

/// Points lacking in all, then in each group, in millionths, if absent answers come out well.
fn needs(sheet: &SheetResult<'_>) -> Vec<i64> {
    let floors = sheet.groups().iter().map(|group| group.floor().map_or(0, Literal::micros));
    let marks = std::iter::once(sheet.pass_mark().micros()).chain(floors);
    marks.zip(hope::sums(sheet)).map(|(mark, own)| mark.saturating_sub(own).max(0)).collect()
}

/// The states: a mixed-radix number of what is filled of each need.
struct Grid {
    unit: i64,
    /// Needs in units, rounded up.
    needs: Vec<usize>,
}

/// The cheapest way into a state: its cost and the jumps as positions in the arena.
type Cell = Option<(Cost, usize)>;

/// A jump and the cell it was made from.
struct Step<'j> {
    before: usize,
    jump: Option<&'j Jump>,
}

impl Grid {
    fn of(needs: &[i64], classes: &[Class]) -> Self {
        let gains = classes.iter().flatten().flat_map(|jump| jump.gains.iter().copied());
        let mut unit = gains.filter(|gain| *gain > 0).reduce(greatest_common).unwrap_or(1).max(1);
        loop {
            let in_units = |need: &i64| usize::try_from(need.unsigned_abs().div_ceil(unit.unsigned_abs()));
            let grid =
                Self { unit, needs: needs.iter().map(|need| in_units(need).unwrap_or(usize::MAX)).collect() };
            if grid.states() <= MOST_STATES {
                return grid;
            }
            unit = unit.saturating_mul(2);
        }
    }

    fn states(&self) -> usize {
        self.needs.iter().fold(1, |states, need| states.saturating_mul(need.saturating_add(1)))
    }

    /// The state after a jump; each need is filled at most.
    fn after(&self, state: usize, jump: &Jump) -> usize {
        let (mut rest, mut radix, mut after) = (state, 1_usize, 0_usize);
        for (need, gain) in self.needs.iter().zip(&jump.gains) {
            let size = need.saturating_add(1);
            let filled = rest.checked_rem(size).unwrap_or(0);
            rest = rest.checked_div(size).unwrap_or(0);
            let gain = usize::try_from(gain.div_euclid(self.unit)).unwrap_or(0);
            let filled = filled.saturating_add(gain).min(*need);
            after = after.saturating_add(filled.saturating_mul(radix));
            radix = radix.saturating_mul(size);
        }
        after
    }

    fn cheapest(&self, classes: &[Class], allowed: impl Fn(&&Jump) -> bool) -> Option<(Cost, Vec<Change>)> {
        let mut arena = vec![Step { before: 0, jump: None }];
        let mut table: Vec<Cell> = vec![None; self.states()];
        *table.first_mut()? = Some((Cost::NOTHING, 0));
        for class in classes {
            let before = table.clone();
            let jumps: Vec<&Jump> = class.iter().filter(&allowed).collect();
            for (state, cell) in before.iter().enumerate() {
                let Some((cost, last)) = cell else { continue };
                for jump in &jumps {
                    let then = cost.plus(jump.cost);
                    let Some(cell) = table.get_mut(self.after(state, jump)) else { continue };
                    if cell.is_none_or(|(known, _)| then.besides_effort() < known.besides_effort()) {
                        *cell = Some((then, arena.len()));
                        arena.push(Step { before: *last, jump: Some(jump) });
                    }
                }
            }
        }
        let (cost, last) = table.last().copied().flatten()?;
        (last > 0).then(|| (cost, changes_of(&arena, last)))
    }
}

fn changes_of(arena: &[Step<'_>], last: usize) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut at = last;
    while let Some(Step { before, jump: Some(jump) }) = arena.get(at) {
        changes.push(jump.change.clone());
        at = *before;
    }
    changes.sort_unstable_by_key(|change| change.place);
    changes
}

fn greatest_common(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or(0));
    }
    a
}
