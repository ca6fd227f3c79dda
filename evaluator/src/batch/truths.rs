//! The truths of a block as bits: one operation for 64 rows.

use super::block::{Bytes, LANES};
use crate::truth::Truth;

/// A bit a lane.
pub(super) type Bits = [u64; LANES.div_ceil(64)];

const NONE: Bits = [0; LANES.div_ceil(64)];
const EVERY: Bits = [u64::MAX; LANES.div_ceil(64)];

/// Where something is met, and where it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Truths {
    met: Bits,
    possible: Bits,
}

impl Truths {
    pub(super) const MET: Self = Self { met: EVERY, possible: EVERY };
    pub(super) const UNMET: Self = Self { met: NONE, possible: NONE };
    pub(super) const UNDETERMINED: Self = Self { met: NONE, possible: EVERY };

    /// Bit 0 of a byte tells what is unmet, bit 1 what is met, neither what is undetermined: the codes of
    /// 否, 是 and an absent answer.
    pub(super) fn of_bytes(bytes: &Bytes) -> Self {
        Self { met: packed(&bytes.map(|byte| byte.wrapping_shr(1))), possible: opposite(&packed(bytes)) }
    }

    /// A truth as such a byte.
    pub(super) const fn byte(truth: Truth) -> u8 {
        match truth {
            Truth::Undetermined => 0,
            Truth::Unmet => 1,
            Truth::Met => 2,
        }
    }

    /// Bit 0 of each byte where it is met, and where it may be.
    pub(super) fn of_two(met: &Bytes, possible: &Bytes) -> Self {
        Self { met: packed(met), possible: packed(possible) }
    }

    #[must_use]
    pub(super) fn and(&self, other: &Self) -> Self {
        self.with(other, |one, other| one & other)
    }

    #[must_use]
    pub(super) fn or(&self, other: &Self) -> Self {
        self.with(other, |one, other| one | other)
    }

    #[must_use]
    pub(super) fn not(&self) -> Self {
        Self { met: opposite(&self.possible), possible: opposite(&self.met) }
    }

    /// The common truth of both, or undetermined.
    #[must_use]
    pub(super) fn agreed(&self, other: &Self) -> Self {
        let met = both(&self.met, &other.met, |one, other| one & other);
        Self { met, possible: both(&self.possible, &other.possible, |one, other| one | other) }
    }

    /// Another in some lanes.
    #[must_use]
    pub(super) fn replaced(&self, lanes: &Bits, other: &Self) -> Self {
        let one = self.with(&Self { met: *lanes, possible: *lanes }, |one, lanes| one & !lanes);
        let other = other.with(&Self { met: *lanes, possible: *lanes }, |other, lanes| other & lanes);
        one.or(&other)
    }

    pub(super) const fn met(&self) -> &Bits {
        &self.met
    }

    pub(super) const fn possible(&self) -> &Bits {
        &self.possible
    }

    pub(super) fn unmet(&self) -> Bits {
        opposite(&self.possible)
    }

    fn with(&self, other: &Self, combine: impl Fn(u64, u64) -> u64 + Copy) -> Self {
        let met = both(&self.met, &other.met, combine);
        Self { met, possible: both(&self.possible, &other.possible, combine) }
    }
}

fn both(one: &Bits, other: &Bits, combine: impl Fn(u64, u64) -> u64) -> Bits {
    let mut bits = *one;
    bits.iter_mut().zip(other).for_each(|(bits, other)| *bits = combine(*bits, *other));
    bits
}

fn opposite(bits: &Bits) -> Bits {
    bits.map(|bits| !bits)
}

/// Where a lane has this byte.
pub(super) fn lanes_of(bytes: &Bytes, byte: u8) -> Bits {
    packed(&bytes.map(|lane| u8::from(lane == byte)))
}

/// The first so many lanes.
pub(super) fn first(lanes: usize) -> Bits {
    let mut bits = NONE;
    for (bits, before) in bits.iter_mut().zip((0_usize..).step_by(64)) {
        let lanes = u32::try_from(lanes.saturating_sub(before)).unwrap_or(u32::MAX);
        *bits = 1_u64.checked_shl(lanes).map_or(u64::MAX, |end| end.wrapping_sub(1));
    }
    bits
}

/// Bit 0 of each byte.
fn packed(bytes: &Bytes) -> Bits {
    let mut bits = NONE;
    for (bits, bytes) in bits.iter_mut().zip(bytes.as_chunks::<64>().0) {
        let mut eighths = [0; 8];
        for (eighth, bytes) in eighths.iter_mut().zip(bytes.as_chunks::<8>().0) {
            *eighth = packed_byte(u64::from_le_bytes(*bytes));
        }
        *bits = u64::from_le_bytes(eighths);
    }
    bits
}

/// Bit 0 of eight bytes: a product that brings bit 8 × n to 56 + n, without carries.
const fn packed_byte(bytes: u64) -> u8 {
    let ones = bytes & 0x0101_0101_0101_0101;
    let [.., top] = ones.wrapping_mul(0x0102_0408_1020_4080).to_le_bytes();
    top
}
