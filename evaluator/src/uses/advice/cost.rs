//! What routes are ranked by.

use super::{
    change::Change,
    effort::{Effort, effort_of},
    trial::Trial,
};

/// The heaviest effort, then the number of changes, then how far they go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    pub(super) effort: Effort,
    pub(super) changes: usize,
    /// Millionths, summed over the changes.
    pub(super) size: u64,
}

impl Cost {
    /// Cost of changing nothing.
    pub(super) const NOTHING: Self = Self { effort: Effort::ThisWindow, changes: 0, size: 0 };

    pub(super) fn of(changes: &[Change], trial: &Trial<'_>) -> Self {
        let terms = trial.pack.terms();
        let each = changes.iter().map(|change| Self {
            effort: effort_of(change, terms, trial.today()),
            changes: 1,
            size: change.size(terms),
        });
        each.fold(Self::NOTHING, Self::plus)
    }

    /// What a change adds to those that are made; one that goes on from another is no further change.
    pub(super) fn of_one_more(change: &Change, trial: &Trial<'_>) -> Self {
        let Some(made) = trial.made(change.place) else {
            return Self::of(std::slice::from_ref(change), trial);
        };
        let terms = trial.pack.terms();
        let whole = Change { from: made.from.clone(), ..change.clone() };
        let size = whole.size(terms).saturating_sub(made.size(terms));
        Self { effort: effort_of(&whole, terms, trial.today()), changes: 0, size }
    }

    /// The order among sets of which all efforts will do.
    pub(super) const fn besides_effort(self) -> (usize, u64, Effort) {
        (self.changes, self.size, self.effort)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            effort: self.effort.max(other.effort),
            changes: self.changes.saturating_add(other.changes),
            size: self.size.saturating_add(other.size),
        }
    }
}
