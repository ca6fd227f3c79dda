//! What a byte of every lane says: an answer, or a position among edges.

use super::{
    block::{Block, Bytes, LANES, NO_CODE, Scratch},
    columns::Place,
    steps::Steps,
};
use multiversion::multiversion;

/// Where the bytes come from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Index {
    /// A quantity among edges.
    Steps(Steps),
    /// An answer by code: the position of its column.
    Code(usize),
    /// Answers of a set that are counted among edges, with the index of each code.
    Counted(Steps, usize, Box<Bytes>),
    /// A quantity among edges that belong to the better side, and among edges that do not.
    Paired(Box<[Steps; 2]>),
}

impl Index {
    /// A count of a set's answers is looked up.
    pub(super) fn of_steps(steps: Steps) -> Self {
        match steps.by_code() {
            Some((column, indices)) => Self::Counted(steps, column, Box::new(indices)),
            None => Self::Steps(steps),
        }
    }

    /// Edges of one quantity that belong to the better side, and edges that do not; `None` where a byte cannot hold
    /// both positions.
    pub(super) fn paired(reached: Steps, passed: Steps) -> Option<Self> {
        let both = values(&reached).checked_mul(values(&passed))?;
        (both <= LANES).then(|| Self::Paired(Box::new([reached, passed])))
    }

    /// For each of the 256 bytes what `known` makes of its answer or position, or `unknown`.
    pub(super) fn table<T: Copy>(&self, known: impl Fn(u8) -> T, unknown: T) -> Box<[T; 256]> {
        let mut table = Box::new([unknown; 256]);
        for (entry, byte) in table.iter_mut().zip(0..=u8::MAX) {
            *entry = self.position(byte).map_or(unknown, &known);
        }
        table
    }

    fn position(&self, byte: u8) -> Option<u8> {
        match self {
            Self::Steps(steps) => steps.position(byte),
            Self::Code(_) => byte.checked_sub(1),
            Self::Counted(steps, _, indices) => steps.position(*indices.get(usize::from(byte))?),
            Self::Paired(pair) => {
                let [reached, passed] = &**pair;
                let byte = usize::from(byte);
                let index = |index: Option<usize>| u8::try_from(index?).ok();
                let first = index(byte.checked_div(values(passed)))?;
                let second = index(byte.checked_rem(values(passed)))?;
                reached.position(first)?.checked_add(passed.position(second)?)
            }
        }
    }

    /// Calls `f` with every column that is read.
    pub(super) fn each_place(&self, f: &mut dyn FnMut(Place)) {
        match self {
            Self::Steps(steps) => steps.each_place(f),
            Self::Paired(pair) => {
                let [steps, _] = &**pair;
                steps.each_place(f);
            }
            Self::Code(column) | Self::Counted(_, column, _) => f(Place::Code(*column)),
        }
    }

    /// The byte of every lane.
    pub(super) fn bytes<'b>(&self, block: &Block<'b>, scratch: &'b mut Scratch) -> &'b Bytes {
        match self {
            Self::Code(column) | Self::Counted(_, column, _) => block.codes(*column),
            Self::Steps(steps) => steps.indices(block, scratch),
            Self::Paired(pair) => {
                let [reached, passed] = &**pair;
                let first = *reached.indices(block, scratch);
                passed.indices(block, scratch);
                join(&mut scratch.bytes, &first, values(passed));
                &scratch.bytes
            }
        }
    }
}

/// How many indices there are of some steps.
fn values(steps: &Steps) -> usize {
    usize::from(steps.edges()).saturating_add(1).saturating_mul(2)
}

/// Joins two indices of every lane into one byte; `values` is how many second ones there are.
fn join(second: &mut Bytes, first: &Bytes, values: usize) {
    let [by, ..] = values.to_le_bytes();
    for (second, first) in second.iter_mut().zip(first) {
        *second = first.wrapping_mul(by).wrapping_add(*second);
    }
}

/// What a table has for each byte.
#[multiversion(targets("x86_64+avx2+bmi2"))]
pub(super) fn looked_up(table: &[u8; 256], bytes: &Bytes) -> Bytes {
    bytes.map(|byte| table.get(usize::from(byte)).copied().unwrap_or(NO_CODE))
}
