//! A mean growth over two years among edges: now × base + middle × middle against multiples of middle × base.
//!
//! Those products have up to 126 bits, which a processor takes one lane at a time. Mostly the upper bits of the numbers
//! tell already on which side of every edge they lie, in 64 bits and on several lanes at once; the lanes of which they do
//! not are told exactly.

use super::{
    block::{Bytes, LANES, Numbers},
    count::{indexed, not_positive, sign, times, unknown, wide_above},
    ladder::{Fall, Ladder},
};
use multiversion::multiversion;

/// Now, middle and base.
type Growth<'n> = [&'n Numbers; 3];

/// What is left of the numbers of a block: so few bits that products with the factors of a ladder stay within 62.
#[derive(Clone, Copy)]
struct Upper {
    /// Bits that are left out below.
    shift: u32,
    /// A power of two that no factor exceeds.
    power: u32,
}

/// Fewer bits settle hardly anything.
const FEWEST: u32 = 8;
/// A product of two numbers of 32 bits is a quick one.
const MOST: u32 = 32;

/// How many edges lie above, lane by lane, as the functions of `count` tell it.
pub(super) fn indices(columns: Growth<'_>, ladder: &Ladder, strict: i64, indices: &mut Bytes) {
    let mut near = [1; LANES];
    if let Some(upper) = Upper::of(columns, ladder) {
        let of_few = (columns, ladder, upper);
        match *ladder.falls.as_slice() {
            [a, b, c, d] => settle(of_few, [a, b, c, d], indices, &mut near),
            ref falls => settle(of_few, falls, indices, &mut near),
        }
    }
    if near.iter().fold(0, |any, near| any | near) == 0 {
        return;
    }
    let [now, middle, base] = columns;
    let lanes = now.iter().zip(middle).zip(base).zip(indices.iter_mut().zip(&near));
    for (((now, middle), base), (index, _)) in lanes.filter(|(_, (_, near))| **near != 0) {
        *index = exact([*now, *middle, *base], ladder, strict);
    }
}

impl Upper {
    /// `None` where too few bits would be left, or a factor is negative.
    fn of(columns: Growth<'_>, ladder: &Ladder) -> Option<Self> {
        let most = ladder.of.max(ladder.most());
        let power = u64::BITS.wrapping_sub(most.cast_unsigned().leading_zeros());
        // Own has 2 × bits + 1 below its factor; a bit more is for what is added to it, another for the sign.
        let bits = 60_u32.saturating_sub(power).wrapping_shr(1).min(MOST);
        let shift = width(columns).saturating_sub(bits);
        (bits >= FEWEST && ladder.least() >= 0).then_some(Self { shift, power })
    }
}

/// Bits of the greatest number, of lanes where all are known and positive.
#[multiversion(targets("x86_64+avx2+bmi2"))]
fn width([now, middle, base]: Growth<'_>) -> u32 {
    let lanes = now.iter().zip(middle).zip(base);
    let all = lanes.fold(0, |all, ((now, middle), base)| {
        let left_out = (*now | not_positive(*middle) | not_positive(*base)).wrapping_shr(63);
        all | (*now | *middle | *base) & !left_out
    });
    u64::BITS.wrapping_sub(all.cast_unsigned().leading_zeros())
}

/// Tells the lanes that the upper bits settle, and in `near` those that they do not.
///
/// Let n, m and b be the upper bits of now, middle and base, and 2ˢ what a bit of them is worth: now lies in
/// \[n, n + 1) × 2ˢ, and so on. In units of 4ˢ
///
/// - own lies in \[N, N + n + b + 2m + 2), where N = n × b + m × m,
/// - the base of the comparison in \[B, B + m + b + 1), where B = m × b.
///
/// So of × own − to × base lies less than E = 2ᵏ × (n + b + 2m + 2) beside of × N − to × B, where 2ᵏ is more than any
/// factor: its sign is settled where that, less E and with E, has one sign. Where it has not, the lane is near.
#[multiversion(targets("x86_64+avx2+bmi2"))]
fn settle(
    ([now, middle, base], ladder, upper): (Growth<'_>, &Ladder, Upper),
    falls: impl AsRef<[Fall]>,
    indices: &mut Bytes,
    near: &mut Bytes,
) {
    let Upper { shift, power } = upper;
    let cut = |number: i64| number.cast_unsigned().wrapping_shr(shift) & 0xffff_ffff;
    let (of, first) = (ladder.of.cast_unsigned(), ladder.first.cast_unsigned());
    let edges = ladder.edges();
    let lanes = now.iter().zip(middle).zip(base).zip(indices.iter_mut().zip(near));
    for (((now, middle), base), (index, near)) in lanes {
        let (n, m, b) = (cut(*now), cut(*middle), cut(*base));
        let own = n.wrapping_mul(b).wrapping_add(m.wrapping_mul(m));
        let multiple = m.wrapping_mul(b);
        let beside = n.wrapping_add(b).wrapping_add(m.wrapping_shl(1)).wrapping_add(2).wrapping_shl(power);
        let left = own.wrapping_mul(of).wrapping_sub(multiple.wrapping_mul(first));
        let (mut least, mut most) = (left.wrapping_sub(beside), left.wrapping_add(beside));
        let (mut above, mut surely) = (least.wrapping_shr(63), most.wrapping_shr(63));
        for fall in falls.as_ref() {
            let step = multiple.wrapping_shl(fall.power);
            (least, most) = (least.wrapping_add(step), most.wrapping_add(step));
            above = above.wrapping_add(least.wrapping_shr(63) & fall.edge);
            surely = surely.wrapping_add(most.wrapping_shr(63) & fall.edge);
        }
        let absent = unknown(*now) | not_positive(*middle) | not_positive(*base);
        *index = indexed(above, absent, edges);
        // A negative growth has no upper bits; what is absent needs none.
        let unsettled = sign(*now) | u64::from(above != surely);
        let [low, ..] = (unsettled & !sign(absent)).to_le_bytes();
        *near = low;
    }
}

/// One lane, in twice the bits.
fn exact([now, middle, base]: [i64; 3], ladder: &Ladder, strict: i64) -> u8 {
    let own = times(now, base).wrapping_add(times(middle, middle));
    let above = wide_above((own, times(middle, base)), ladder, i128::from(strict));
    indexed(above, unknown(now) | not_positive(middle) | not_positive(base), ladder.edges())
}

#[cfg(test)]
mod tests;
