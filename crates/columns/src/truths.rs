//! The truths of a block as bits: one operation for 64 rows.
//!
//! Of every 64 lanes, lane 8 × k + b has bit 8 × b + k of its word: so bits are gathered of eight lanes at a
//! time, and no lane has to be brought to its place alone.

use super::block::{Bytes, LANES};
use multiversion::multiversion;
use zjtx_evaluator::Truth;

/// A bit a lane.
pub(super) type Bits = [u64; LANES.div_ceil(64)];

pub(super) const NONE: Bits = [0; LANES.div_ceil(64)];
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

    /// Met where the first of two numbers is not negative, and possible where the second is not.
    pub(super) fn of_signs<T: Copy>(
        one: &[T; LANES],
        other: &[T; LANES],
        numbers: impl Fn(T, T) -> [i64; 2],
    ) -> Self {
        let [met, possible] = signs(one, other, numbers);
        Self { met: opposite(&met), possible: opposite(&possible) }
    }

    /// Undetermined where a bit is set.
    #[must_use]
    pub(super) fn unless(&self, unknown: &Bits) -> Self {
        let met = both(&self.met, unknown, |met, unknown| met & !unknown);
        Self { met, possible: both(&self.possible, unknown, |possible, unknown| possible | unknown) }
    }

    /// Met where a bit is set, else unmet.
    pub(super) const fn settled(met: Bits) -> Self {
        Self { met, possible: met }
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

    pub(super) fn undetermined(&self) -> Bits {
        both(&self.possible, &self.met, |possible, met| possible & !met)
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

/// Lanes of both.
pub(super) fn shared(one: &Bits, other: &Bits) -> Bits {
    both(one, other, |one, other| one & other)
}

/// Lanes of either.
pub(super) fn joined(one: &Bits, other: &Bits) -> Bits {
    both(one, other, |one, other| one | other)
}

/// Lanes of the first that are not in the second.
pub(super) fn without(one: &Bits, other: &Bits) -> Bits {
    both(one, other, |one, other| one & !other)
}

/// Whether there is no lane.
pub(super) fn is_none(bits: &Bits) -> bool {
    bits.iter().all(|word| *word == 0)
}

/// How many lanes there are.
pub(super) fn ones(bits: &Bits) -> usize {
    let ones = |word: &u64| usize::try_from(word.count_ones()).unwrap_or_default();
    bits.iter().map(ones).fold(0, usize::saturating_add)
}

/// Whether a lane is among some.
pub(super) fn has(bits: &Bits, lane: usize) -> bool {
    bits.get(lane.wrapping_shr(6)).is_some_and(|word| word & bit_of(lane) != 0)
}

fn opposite(bits: &Bits) -> Bits {
    bits.map(|bits| !bits)
}

/// Where a lane has this byte.
pub(super) fn lanes_of(bytes: &Bytes, byte: u8) -> Bits {
    lanes_where(bytes, |lane| *lane == byte)
}

/// Where something holds of a lane.
pub(super) fn lanes_where<T>(lanes: &[T; LANES], holds: impl Fn(&T) -> bool) -> Bits {
    packed(&lanes.each_ref().map(|lane| u8::from(holds(lane))))
}

/// The bit of a lane in its word.
pub(super) const fn bit_of(lane: usize) -> u64 {
    let place = (lane & 7).wrapping_shl(3) | lane.wrapping_shr(3) & 7;
    let [low, ..] = place.to_le_bytes();
    1_u64.wrapping_shl(u32::from_le_bytes([low, 0, 0, 0]))
}

/// A mask of the first `lanes` lanes.
pub(super) fn first(lanes: usize) -> Bits {
    if lanes >= LANES {
        return EVERY;
    }
    let mut bits = NONE;
    for lane in 0..lanes {
        if let Some(bits) = bits.get_mut(lane.wrapping_shr(6)) {
            *bits |= bit_of(lane);
        }
    }
    bits
}

/// Bit 0 of each byte.
#[multiversion(targets("x86_64+avx2+bmi2"))]
fn packed(bytes: &Bytes) -> Bits {
    let mut bits = NONE;
    for (bits, bytes) in bits.iter_mut().zip(bytes.as_chunks::<64>().0) {
        for eight in bytes.as_chunks::<8>().0.iter().rev() {
            *bits = bits.wrapping_shl(1) | u64::from_le_bytes(*eight) & 0x0101_0101_0101_0101;
        }
    }
    bits
}

/// The signs of two numbers that are made of two lanes each.
#[multiversion(targets("x86_64+avx2+bmi2"))]
pub(super) fn signs<T: Copy>(
    one: &[T; LANES],
    other: &[T; LANES],
    numbers: impl Fn(T, T) -> [i64; 2],
) -> [Bits; 2] {
    let mut signs = [NONE; 2];
    let [first, second] = &mut signs;
    let words = first.iter_mut().zip(second);
    let lanes = one.as_chunks::<64>().0.iter().zip(other.as_chunks::<64>().0);
    for ((first, second), (one, other)) in words.zip(lanes) {
        let mut eighths = [[0_u64; 8]; 2];
        for (one, other) in one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0) {
            let [firsts, seconds] = &mut eighths;
            for ((first, second), (one, other)) in firsts.iter_mut().zip(seconds).zip(one.iter().zip(other)) {
                let [one, other] = numbers(*one, *other);
                *first = moved(*first, one);
                *second = moved(*second, other);
            }
        }
        let [firsts, seconds] = eighths;
        (*first, *second) = (upper(firsts), upper(seconds));
    }
    signs
}

/// One place down, with another sign above.
const fn moved(bits: u64, number: i64) -> u64 {
    bits.wrapping_shr(1) | number.cast_unsigned() & (1 << 63)
}

/// The upper byte of each.
fn upper(eighths: [u64; 8]) -> u64 {
    u64::from_le_bytes(eighths.map(|bits| {
        let [.., upper] = bits.to_le_bytes();
        upper
    }))
}
