//! Some hundred rows at a time.

use super::rows::Rows;

/// Rows of a block: few enough that its columns stay in the nearest cache.
pub(super) const LANES: usize = 256;

/// A code or an index a lane.
pub(super) type Bytes = [u8; LANES];
/// A number a lane.
pub(super) type Numbers = [i64; LANES];

/// Numbers that are known stay within this in either direction, so that differences keep their sign.
pub(super) const FAR: i64 = 1 << 62;
/// A number that is not known, as all below −[`FAR`] are.
pub(super) const ABSENT: i64 = i64::MIN;
/// A whole number that is not known.
pub(super) const NO_WHOLE: u32 = u32::MAX;
/// The code of an answer that is not known; others are one more than the answer.
pub(super) const NO_CODE: u8 = 0;

/// So many rows, of which the last may be no firms: [`Rows`] go on that far.
pub(super) struct Block<'r> {
    rows: &'r Rows<'r, 'r>,
    start: usize,
}

/// Room for what is computed of a block, made once.
pub(super) struct Scratch {
    pub(super) numbers: [Numbers; 3],
    pub(super) bytes: Bytes,
}

impl<'r> Block<'r> {
    pub(super) const fn new(rows: &'r Rows<'r, 'r>, start: usize) -> Self {
        Self { rows, start }
    }

    pub(super) fn numbers(&self, column: usize) -> &'r Numbers {
        self.part(&self.rows.numbers, column).unwrap_or(&[ABSENT; LANES])
    }

    pub(super) fn wholes(&self, column: usize) -> &'r [u32; LANES] {
        self.part(&self.rows.wholes, column).unwrap_or(&[NO_WHOLE; LANES])
    }

    pub(super) fn codes(&self, column: usize) -> &'r Bytes {
        self.part(&self.rows.codes, column).unwrap_or(&[NO_CODE; LANES])
    }

    fn part<T>(&self, columns: &'r [Vec<T>], column: usize) -> Option<&'r [T; LANES]> {
        columns.get(column)?.get(self.start..)?.first_chunk()
    }
}

impl Scratch {
    pub(super) const fn new() -> Self {
        Self { numbers: [[0; LANES]; 3], bytes: [0; LANES] }
    }
}
