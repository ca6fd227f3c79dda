//! Ways to settle something: each a set of open answers that, given the right way, is enough.

use std::ops::BitOr;

/// Some open answers, each a bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OpenSet(pub(super) u128);

/// Alternative sets of answers that settle something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ways {
    /// The smallest sets, smallest first; none contains another.
    kept: Vec<OpenSet>,
    /// What is known of the sets that were left out beyond [`Ways::MOST`].
    left_out: Option<LeftOut>,
}

/// Sets that were left out, because there are too many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LeftOut {
    /// No such set has fewer answers.
    least: u32,
    /// No such set has another answer.
    within: OpenSet,
}

impl OpenSet {
    /// The set of one answer, by its position below 128.
    pub(super) const fn only(position: usize) -> Self {
        Self(1 << position)
    }

    /// How many answers it has.
    pub(super) const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether another set has all of its answers.
    const fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for OpenSet {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl LeftOut {
    fn or(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), within: self.within | other.within }
    }
}

impl Ways {
    /// How many sets are kept: with fewer the least number of answers is often unknown, with more a
    /// keystroke takes longer than a frame (docs/language.md §11).
    pub(super) const MOST: usize = 64;

    /// Nothing settles it.
    pub(super) const fn never() -> Self {
        Self { kept: Vec::new(), left_out: None }
    }

    /// It is settled without an answer.
    pub(super) fn already() -> Self {
        Self::by(OpenSet::default())
    }

    /// These answers settle it.
    pub(super) fn by(set: OpenSet) -> Self {
        Self { kept: vec![set], left_out: None }
    }

    /// Any of these sets settles it.
    pub(super) fn any_of(sets: impl IntoIterator<Item = OpenSet>) -> Self {
        Self::smallest(sets.into_iter().collect(), None)
    }

    fn smallest(mut sets: Vec<OpenSet>, mut left_out: Option<LeftOut>) -> Self {
        sets.sort_unstable_by_key(|set| (set.len(), *set));
        let mut kept: Vec<OpenSet> = Vec::new();
        for set in sets {
            if kept.iter().any(|smaller| smaller.is_within(set)) {
                continue;
            }
            if kept.len() < Self::MOST {
                kept.push(set);
            } else {
                let beyond = LeftOut { least: set.len(), within: set };
                left_out = Some(left_out.map_or(beyond, |left_out| left_out.or(beyond)));
            }
        }
        Self { kept, left_out }
    }

    /// Either of two settles it.
    pub(super) fn or(mut self, other: Self) -> Self {
        self.kept.extend(other.kept);
        let left_out = match (self.left_out, other.left_out) {
            (Some(a), Some(b)) => Some(a.or(b)),
            (a, b) => a.or(b),
        };
        Self::smallest(self.kept, left_out)
    }

    /// Only both together settle it.
    pub(super) fn and(&self, other: &Self) -> Self {
        let pairs = self.kept.iter().flat_map(|a| other.kept.iter().map(move |b| *a | *b)).collect();
        let left_out = match (self.left_out_with(other), other.left_out_with(self)) {
            (Some(a), Some(b)) => Some(a.or(b)),
            (a, b) => a.or(b),
        };
        Self::smallest(pairs, left_out)
    }

    /// What is known of its left-out sets, each joined with a way of another.
    fn left_out_with(&self, other: &Self) -> Option<LeftOut> {
        let own = self.left_out?;
        let more = other.kept.iter().map(|set| set.without(own.within).len()).min()?;
        let within = other.kept.iter().fold(own.within, |within, set| within | *set);
        let beyond = other.left_out.map_or_else(OpenSet::default, |left_out| left_out.within);
        let more = if other.left_out.is_some() { 0 } else { more };
        Some(LeftOut { least: own.least.saturating_add(more), within: within | beyond })
    }

    /// The first of the smallest sets.
    pub(super) fn smallest_set(&self) -> Option<OpenSet> {
        self.kept.first().copied()
    }

    /// How few answers settle it; `None` where nothing does, or where too many sets leave it unknown.
    pub(super) fn least(&self) -> Option<u32> {
        let least = self.smallest_set()?.len();
        self.left_out.is_none_or(|left_out| left_out.least >= least).then_some(least)
    }

    /// The answers that settle it each alone.
    pub(super) fn singles(&self) -> OpenSet {
        let singles = self.kept.iter().filter(|set| set.len() == 1);
        singles.fold(OpenSet::default(), |all, set| all | *set)
    }
}
