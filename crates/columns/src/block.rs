//! Some hundred rows at a time.

use super::{
    columns::Place,
    truths::{Bits, NONE, lanes_where},
};
use prefetch_index::prefetch_index;
use std::cell::Cell;

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
    numbers: &'r [Numbers],
    wholes: &'r [Wholes],
    codes: &'r [Bytes],
    next: Option<Next<'r>>,
}

/// The block behind the one in hand. Its memory is asked for column by column, while the one in hand is read: the tests
/// read columns in an order of their own, and would wait for each.
struct Next<'r> {
    numbers: &'r [Numbers],
    wholes: &'r [Wholes],
    codes: &'r [Bytes],
    /// Columns that were asked for.
    asked: Cell<usize>,
}

/// Room for what is computed of a block, made once.
pub(super) struct Scratch {
    pub(super) numbers: [Numbers; 3],
    pub(super) bytes: Bytes,
}

/// Of how many numbers, wholes and codes memory hands over one and the others with it: 64 bytes at a time.
const LINE: [usize; 3] = [8, 16, 64];

impl Next<'_> {
    /// Asks for one more column.
    fn ask(&self) {
        let at = self.asked.replace(self.asked.get().wrapping_add(1));
        let whole = at.wrapping_sub(self.numbers.len());
        let code = whole.wrapping_sub(self.wholes.len());
        let [numbers, wholes, codes] = LINE;
        if let Some(column) = self.numbers.get(at) {
            ask_for(column, numbers);
        } else if let Some(column) = self.wholes.get(whole) {
            ask_for(column, wholes);
        } else if let Some(column) = self.codes.get(code) {
            ask_for(column, codes);
        }
    }
}

fn ask_for<T>(column: &[T; LANES], line: usize) {
    (0..LANES).step_by(line).for_each(|lane| prefetch_index(column, lane));
}

impl<'r> Block<'r> {
    pub(super) const fn new(numbers: &'r [Numbers], wholes: &'r [Wholes], codes: &'r [Bytes]) -> Self {
        Self { numbers, wholes, codes, next: None }
    }

    /// The same block, with the one that is read behind it.
    pub(super) fn before(self, next: &Self) -> Self {
        let Block { numbers, wholes, codes, .. } = *next;
        Self { next: Some(Next { numbers, wholes, codes, asked: Cell::new(0) }), ..self }
    }

    fn ask_ahead(&self) {
        if let Some(next) = &self.next {
            next.ask();
        }
    }

    pub(super) fn numbers(&self, column: usize) -> &'r Numbers {
        self.ask_ahead();
        self.numbers.get(column).unwrap_or(&[ABSENT; LANES])
    }

    pub(super) fn wholes(&self, column: usize) -> &'r Wholes {
        self.ask_ahead();
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
        self.ask_ahead();
        self.codes.get(column).unwrap_or(&[NO_CODE; LANES])
    }
}

impl Scratch {
    pub(super) const fn new() -> Self {
        Self { numbers: [[0; LANES]; 3], bytes: [0; LANES] }
    }
}
