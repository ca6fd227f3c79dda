//! Some hundred rows at a time, and what is computed of them lane by lane.

use super::rows::Rows;
use crate::truth::Truth;

/// Rows of a block: few enough that its columns stay in the nearest cache.
pub(super) const LANES: usize = 256;

/// Truths as numbers in Kleene's order: conjunction is the minimum, disjunction the maximum.
pub(super) const UNMET: u8 = 0;
pub(super) const UNDETERMINED: u8 = 1;
pub(super) const MET: u8 = 2;

/// A truth, a code or a position a lane.
pub(super) type Bytes = [u8; LANES];
/// A number a lane.
pub(super) type Numbers = [i64; LANES];

/// A number that is not known; no fact reaches it.
pub(super) const ABSENT: i64 = i64::MIN;

/// A whole number that is not known.
pub(super) const NO_WHOLE: i32 = i32::MIN;

/// A whole number in millionths or as it is.
pub(super) fn number_of_whole(whole: i32, unit: i64) -> i64 {
    if whole == NO_WHOLE { ABSENT } else { i64::from(whole).wrapping_mul(unit) }
}

/// Rows in a row.
pub(super) struct Block<'r> {
    rows: &'r Rows<'r, 'r>,
    start: usize,
    len: usize,
}

impl<'r> Block<'r> {
    pub(super) const fn new(rows: &'r Rows<'r, 'r>, start: usize, len: usize) -> Self {
        Self { rows, start, len }
    }

    /// How many of the lanes are rows.
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    /// The part of a column that the block has.
    pub(super) fn part<'c, T>(&self, column: Option<&'c Vec<T>>) -> &'c [T] {
        let end = self.start.saturating_add(self.len);
        column.and_then(|column| column.get(self.start..end)).unwrap_or(&[])
    }

    pub(super) fn numbers(&self, column: usize) -> &'r [i64] {
        self.part(self.rows.numbers.get(column))
    }

    pub(super) fn wholes(&self, column: usize) -> &'r [i32] {
        self.part(self.rows.wholes.get(column))
    }

    pub(super) fn codes(&self, column: usize) -> &'r [u8] {
        self.part(self.rows.codes.get(column))
    }

    pub(super) fn sets(&self, column: usize) -> &'r [u64] {
        self.part(self.rows.sets.get(column))
    }

    pub(super) const fn rows(&self) -> &'r Rows<'r, 'r> {
        self.rows
    }

    pub(super) const fn start(&self) -> usize {
        self.start
    }
}

/// Combines two lanes each.
pub(super) fn fold<T: Copy>(into: &mut [T; LANES], other: &[T; LANES], combine: impl Fn(T, T) -> T) {
    for (into, other) in into.iter_mut().zip(other) {
        *into = combine(*into, *other);
    }
}

/// The common truth of two, or undetermined.
pub(super) const fn agreed(one: u8, other: u8) -> u8 {
    if one == other { one } else { UNDETERMINED }
}

/// A truth as a number.
pub(super) const fn number_of(truth: Truth) -> u8 {
    match truth {
        Truth::Unmet => UNMET,
        Truth::Undetermined => UNDETERMINED,
        Truth::Met => MET,
    }
}

/// A number as a truth.
pub(super) const fn truth_of(number: u8) -> Truth {
    match number {
        UNMET => Truth::Unmet,
        MET => Truth::Met,
        _ => Truth::Undetermined,
    }
}
