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

/// A number over a base. Neither product leaves 62 bits.
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
            let mut left = own.wrapping_mul(of).wrapping_sub(strict).wrapping_sub(base.wrapping_mul(first));
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
        let left = own.wrapping_mul(of).wrapping_sub(strict).wrapping_sub(base.wrapping_mul(first));
        [left, unknown(own) | not_positive(base)]
    })
}

/// A number over a base in twice the bits.
pub(super) fn wide(own: &Numbers, base: &Numbers, ladder: &Ladder, strict: i64, indices: &mut Bytes) {
    let lanes = own
        .iter()
        .zip(base)
        .map(|(own, base)| (i128::from(*own), i128::from(*base), unknown(*own) | not_positive(*base)));
    in_twice_the_bits(lanes, ladder, strict, indices);
}

/// now × base + middle × middle over middle × base.
pub(super) fn mean_growth(columns: [&Numbers; 3], ladder: &Ladder, strict: i64, indices: &mut Bytes) {
    let [now, middle, base] = columns;
    let lanes = now.iter().zip(middle).zip(base).map(|((now, middle), base)| {
        let own = times(*now, *base).wrapping_add(times(*middle, *middle));
        let unknown = unknown(*now) | not_positive(*middle) | not_positive(*base);
        (own, times(*middle, *base), unknown)
    });
    in_twice_the_bits(lanes, ladder, strict, indices);
}

fn in_twice_the_bits(
    lanes: impl Iterator<Item = (i128, i128, i64)>,
    ladder: &Ladder,
    strict: i64,
    indices: &mut Bytes,
) {
    #[multiversion(targets("x86_64+avx2+bmi2"))]
    fn each(
        lanes: impl Iterator<Item = (i128, i128, i64)>,
        (ladder, strict): (&Ladder, i64),
        falls: impl AsRef<[Fall]>,
        indices: &mut Bytes,
    ) {
        let (of, first, strict) = (i128::from(ladder.of), i128::from(ladder.first), i128::from(strict));
        let edges = ladder.edges();
        for (index, (own, base, unknown)) in indices.iter_mut().zip(lanes) {
            let mut left = own.wrapping_mul(of).wrapping_sub(strict).wrapping_sub(base.wrapping_mul(first));
            let mut above = wide_sign(left);
            for fall in falls.as_ref() {
                left = left.wrapping_add(base.wrapping_shl(fall.power));
                above = above.wrapping_add(wide_sign(left) & fall.edge);
            }
            *index = indexed(above, unknown, edges);
        }
    }
    match *ladder.falls.as_slice() {
        [a, b, c, d] => each(lanes, (ladder, strict), [a, b, c, d], indices),
        ref falls => each(lanes, (ladder, strict), falls, indices),
    }
}

/// 1 for a number below 0.
const fn sign(number: i64) -> u64 {
    number.cast_unsigned().wrapping_shr(63)
}

/// Below 0 where a number is absent.
const fn unknown(number: i64) -> i64 {
    number.wrapping_add(FAR)
}

/// Below 0 for a number that is not above 0, and where it is absent.
const fn not_positive(number: i64) -> i64 {
    number | number.wrapping_sub(1)
}

fn wide_sign(number: i128) -> u64 {
    u64::from(number.is_negative())
}

/// A product of two numbers of 63 bits, which has 126.
fn times(one: i64, other: i64) -> i128 {
    i128::from(one).wrapping_mul(i128::from(other))
}

/// At most twice the edges and one, which a byte holds.
fn indexed(above: u64, unknown: i64, edges: usize) -> u8 {
    let beyond = u64::try_from(edges).unwrap_or_default().wrapping_add(1).wrapping_mul(sign(unknown));
    let [low, ..] = above.wrapping_add(beyond).to_le_bytes();
    low
}
