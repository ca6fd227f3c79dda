//! Some hundred rows at a time.

use super::{
    columns::Place,
    truths::{Bits, NONE, lanes_where},
};
use std::hint::black_box;

/// Rows of a block: few enough that its columns stay in the nearest cache.
pub(super) const LANES: usize = 256;

/// A code or an index a lane.
pub(super) type Bytes = [u8; LANES];
/// A number a lane.
pub(super) type Numbers = [i64; LANES];
/// A count or a place a lane.
pub(super) type Wholes = [u32; LANES];

/// Numbers that are known stay within this in either direction, so that differences keep their sign.
pub(super) const FAR: i64 = 1 << 62;
/// A number that is not known, as all below −[`FAR`] are.
pub(super) const ABSENT: i64 = i64::MIN;
/// A whole number that is not known.
pub(super) const NO_WHOLE: u32 = u32::MAX;
/// The code of an answer that is not known; others are one more than the answer.
pub(super) const NO_CODE: u8 = 0;

/// One block of rows as columns; trailing rows may be padding.
pub(super) struct Block<'r> {
    pub(super) numbers: &'r [Numbers],
    pub(super) wholes: &'r [Wholes],
    pub(super) codes: &'r [Bytes],
}

/// Room for what is computed of a block, made once.
pub(super) struct Scratch {
    pub(super) numbers: [Numbers; 3],
    pub(super) bytes: Bytes,
}

/// Of how many numbers, wholes and codes memory hands over one and the others with it: 64 bytes at a time.
const LINE: [usize; 3] = [8, 16, 64];

impl<'r> Block<'r> {
    /// Reads a little of everything from the first column to the last, which memory can keep up with: the tests
    /// read columns in an order of their own, and would wait for each.
    pub(super) fn fetch(&self) {
        let [numbers, wholes, codes] = LINE;
        let numbers = self.numbers.as_flattened().iter().step_by(numbers);
        let wholes = self.wholes.as_flattened().iter().step_by(wholes);
        let codes = self.codes.as_flattened().iter().step_by(codes);
        black_box(numbers.fold(0, |all, number| all | number));
        black_box(wholes.fold(0, |all, whole| all | whole));
        black_box(codes.fold(0, |all, code| all | code));
    }

    pub(super) fn numbers(&self, column: usize) -> &'r Numbers {
        self.numbers.get(column).unwrap_or(&[ABSENT; LANES])
    }

    pub(super) fn wholes(&self, column: usize) -> &'r Wholes {
        self.wholes.get(column).unwrap_or(&[NO_WHOLE; LANES])
    }

    /// The lanes in which a column holds nothing.
    pub(super) fn absent(&self, place: Place) -> Bits {
        match place {
            Place::Number(column) => lanes_where(self.numbers(column), |number| *number < -FAR),
            Place::Whole(column) => lanes_where(self.wholes(column), |whole| *whole == NO_WHOLE),
            Place::Code(column) => lanes_where(self.codes(column), |code| *code == NO_CODE),
            Place::Settled(column, bit) => {
                lanes_where(self.codes(column), |code| code.wrapping_shr(u32::from(bit)) & 1 == 1)
            }
            Place::Size(_) => NONE,
        }
    }

    pub(super) fn codes(&self, column: usize) -> &'r Bytes {
        self.codes.get(column).unwrap_or(&[NO_CODE; LANES])
    }
}

impl Scratch {
    pub(super) const fn new() -> Self {
        Self { numbers: [[0; LANES]; 3], bytes: [0; LANES] }
    }
}
