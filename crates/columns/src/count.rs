//! How many edges lie above a quantity, lane by lane, in signs of differences: without a branch, and without
//! comparisons, which are slow on several lanes at once.
//!
//! Every function counts the edges above the quantity where it is known, and gives more than
//! their number where it is not. With `strict` 1 an edge that is reached exactly counts as above.

use super::{
    block::{Bytes, FAR, Numbers},
    ladder::{Fall, Ladder},
    truths::{Bits, signs},
};
use multiversion::multiversion;

/// A number against numbers.
pub(super) fn plain(own: &Numbers, to: &[i64], strict: i64, indices: &mut Bytes) {
    /// Unrolled where the number of edges is known.
    #[multiversion(targets("x86_64+avx2+bmi2"))]
    fn each(own: &Numbers, to: impl AsRef<[i64]>, strict: i64, indices: &mut Bytes) {
        let to = to.as_ref();
        for (index, own) in indices.iter_mut().zip(own) {
            let reached = own.wrapping_sub(strict);
            let above = to.iter().map(|to| sign(reached.wrapping_sub(*to))).fold(0, u64::wrapping_add);
            *index = indexed(above, unknown(*own), to.len());
        }
    }
    match *to {
        [a, b, c] => each(own, [a, b, c], strict, indices),
        [a, b, c, d, e] => each(own, [a, b, c, d, e], strict, indices),
        _ => each(own, to, strict, indices),
    }
}

/// Where the first of some numbers lies above, and where the number is not known.
pub(super) fn reaches(own: &Numbers, to: &[i64], strict: i64) -> [Bits; 2] {
    let to = to.first().copied().unwrap_or_default();
    signs(own, own, |own, _| [own.wrapping_sub(strict).wrapping_sub(to), unknown(own)])
}

/// A number over a base. Neither product leaves 62 bits, and the ladder is short.
pub(super) fn narrow(own: &Numbers, base: &Numbers, ladder: &Ladder, strict: i64, indices: &mut Bytes) {
    /// Unrolled where the number of falls is known.
    #[multiversion(targets("x86_64+avx2+bmi2"))]
    fn each(
        lanes: (&Numbers, &Numbers, &mut Bytes),
        (of, first, strict): (i64, i64, i64),
        falls: impl AsRef<[Fall]>,
        edges: usize,
    ) {
        let (own, base, indices) = lanes;
        for (index, (own, base)) in indices.iter_mut().zip(own.iter().zip(base)) {
            let mut left = product(*own, of).wrapping_sub(strict).wrapping_sub(product(*base, first));
            let mut above = sign(left);
            for fall in falls.as_ref() {
                left = left.wrapping_add(base.wrapping_shl(fall.power));
                above = above.wrapping_add(sign(left) & fall.edge);
            }
            *index = indexed(above, unknown(*own) | not_positive(*base), edges);
        }
    }
    let (lanes, edges) = ((own, base, indices), ladder.edges());
    let factors = (ladder.of, ladder.first, strict);
    match *ladder.falls.as_slice() {
        [a, b] => each(lanes, factors, [a, b], edges),
        [a, b, c, d] => each(lanes, factors, [a, b, c, d], edges),
        ref falls => each(lanes, factors, falls, edges),
    }
}

/// Where a number lies below the greatest multiple of a base, and where either is not known.
pub(super) fn reaches_share(own: &Numbers, base: &Numbers, ladder: &Ladder, strict: i64) -> [Bits; 2] {
    let (of, first) = (ladder.of, ladder.first);
    signs(own, base, |own, base| {
        let left = product(own, of).wrapping_sub(strict).wrapping_sub(product(base, first));
        [left, unknown(own) | not_positive(base)]
    })
}

/// A number over a base in twice the bits, where the numbers of a block need them: most have far fewer than they may.
pub(super) fn wide(own: &Numbers, base: &Numbers, ladder: &Ladder, strict: i64, indices: &mut Bytes) {
    if ladder.is_short() && stay_near(own, ladder.of) && stay_near(base, ladder.most()) {
        return narrow(own, base, ladder, strict, indices);
    }
    let (strict, edges) = (i128::from(strict), ladder.edges());
    for (index, (own, base)) in indices.iter_mut().zip(own.iter().zip(base)) {
        let sides = (i128::from(*own), i128::from(*base));
        let above = wide_above(sides, ladder, strict);
        *index = indexed(above, unknown(*own) | not_positive(*base), edges);
    }
}

/// Whether the products of all known numbers with a factor stay within 62 bits.
fn stay_near(numbers: &Numbers, factor: i64) -> bool {
    let bits = |number: u64| u64::BITS.wrapping_sub(number.leading_zeros());
    bits(upper_bits(numbers)).wrapping_add(bits(factor.unsigned_abs())) < u64::BITS - 2
}

/// A number with the highest bit of the greatest one that is known.
#[multiversion(targets("x86_64+avx2+bmi2"))]
fn upper_bits(numbers: &Numbers) -> u64 {
    let bits = |number: i64| (number ^ number.wrapping_shr(63)) & !unknown(number).wrapping_shr(63);
    numbers.iter().fold(0, |all, number| all | bits(*number)).cast_unsigned()
}

/// How many edges lie above one quantity, in twice the bits.
pub(super) fn wide_above((own, base): (i128, i128), ladder: &Ladder, strict: i128) -> u64 {
    let (of, first) = (i128::from(ladder.of), i128::from(ladder.first));
    let mut left = own.wrapping_mul(of).wrapping_sub(strict).wrapping_sub(base.wrapping_mul(first));
    let mut above = wide_sign(left);
    for fall in &ladder.falls {
        left = left.wrapping_add(base.wrapping_shl(fall.power));
        above = above.wrapping_add(wide_sign(left) & fall.edge);
    }
    above
}

/// A product with a factor of 32 bits, which is quicker on several lanes than one of two numbers of 64.
const fn product(number: i64, factor: i64) -> i64 {
    number.cast_unsigned().wrapping_mul(factor.cast_unsigned() & 0xffff_ffff).cast_signed()
}

/// 1 for a number below 0.
pub(super) const fn sign(number: i64) -> u64 {
    number.cast_unsigned().wrapping_shr(63)
}

/// Below 0 where a number is absent.
pub(super) const fn unknown(number: i64) -> i64 {
    number.wrapping_add(FAR)
}

/// Below 0 for a number that is not above 0, and where it is absent.
pub(super) const fn not_positive(number: i64) -> i64 {
    number | number.wrapping_sub(1)
}

fn wide_sign(number: i128) -> u64 {
    u64::from(number.is_negative())
}

/// A product of two numbers of 63 bits, which has 126.
pub(super) fn times(one: i64, other: i64) -> i128 {
    i128::from(one).wrapping_mul(i128::from(other))
}

/// At most twice the edges and one, which a byte holds.
pub(super) fn indexed(above: u64, unknown: i64, edges: usize) -> u8 {
    let beyond = u64::try_from(edges).unwrap_or_default().wrapping_add(1).wrapping_mul(sign(unknown));
    let [low, ..] = above.wrapping_add(beyond).to_le_bytes();
    low
}

#[cfg(test)]
mod tests;
