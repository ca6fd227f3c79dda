//! How many edges lie above a quantity, lane by lane, in signs of differences: without a branch, and without
//! comparisons, which are slow on several lanes at once.
//!
//! Every function gives, of so many edges, how many are above where the quantity is known, and more than
//! that where it is not. With `strict` 1 an edge that is reached exactly counts as above.

use super::{
    block::{Bytes, LANES, Numbers},
    linear::FAR,
};

/// Edges as factors: `own × of` against `base × to`.
#[derive(Clone, Debug)]
pub(super) struct Ladder<T> {
    pub(super) of: T,
    pub(super) to: Vec<T>,
}

/// A number against numbers.
pub(super) fn plain(own: &Numbers, to: &[i64], strict: i64) -> Bytes {
    /// Unrolled where the number of edges is known.
    fn each(own: &Numbers, to: impl AsRef<[i64]>, strict: i64) -> Bytes {
        let (mut indices, to) = ([0; LANES], to.as_ref());
        for (index, own) in indices.iter_mut().zip(own) {
            let reached = own.wrapping_sub(strict);
            let above = to.iter().map(|to| sign(reached.wrapping_sub(*to)));
            *index = indexed(above, sign(own.wrapping_add(FAR)), to.len());
        }
        indices
    }
    match *to {
        [a] => each(own, [a], strict),
        [a, b, c] => each(own, [a, b, c], strict),
        [a, b, c, d, e] => each(own, [a, b, c, d, e], strict),
        _ => each(own, to, strict),
    }
}

/// A number over a base. Neither product leaves 62 bits.
pub(super) fn narrow(own: &Numbers, base: &Numbers, ladder: &Ladder<u32>, strict: i64) -> Bytes {
    fn each(own: &Numbers, base: &Numbers, of: i64, to: impl AsRef<[u32]>, strict: i64) -> Bytes {
        let (mut indices, to) = ([0; LANES], to.as_ref());
        for (index, (own, base)) in indices.iter_mut().zip(own.iter().zip(base)) {
            let reached = own.wrapping_mul(of).wrapping_sub(strict);
            let above = to.iter().map(|to| sign(reached.wrapping_sub(base.wrapping_mul(i64::from(*to)))));
            *index = indexed(above, sign(own.wrapping_add(FAR)) | not_positive(*base), to.len());
        }
        indices
    }
    let of = i64::from(ladder.of);
    match *ladder.to.as_slice() {
        [a] => each(own, base, of, [a], strict),
        [a, b, c] => each(own, base, of, [a, b, c], strict),
        [a, b, c, d, e] => each(own, base, of, [a, b, c, d, e], strict),
        ref to => each(own, base, of, to, strict),
    }
}

/// A number over a base in twice the bits.
pub(super) fn wide(own: &Numbers, base: &Numbers, ladder: &Ladder<i64>, strict: i64) -> Bytes {
    let mut indices = [0; LANES];
    for (index, (own, base)) in indices.iter_mut().zip(own.iter().zip(base)) {
        let unknown = sign(own.wrapping_add(FAR)) | not_positive(*base);
        let reached = times(*own, ladder.of).wrapping_sub(i128::from(strict));
        let above = ladder.to.iter().map(|to| wide_sign(reached.wrapping_sub(times(*base, *to))));
        *index = indexed(above, unknown, ladder.to.len());
    }
    indices
}

/// now × base + middle × middle over middle × base.
pub(super) fn mean_growth(
    now: &Numbers,
    middle: &Numbers,
    base: &Numbers,
    ladder: &Ladder<u64>,
    strict: i64,
) -> Bytes {
    let (mut indices, of, strict) = ([0; LANES], i128::from(ladder.of), i128::from(strict));
    for (index, ((now, middle), base)) in indices.iter_mut().zip(now.iter().zip(middle).zip(base)) {
        let unknown = sign(now.wrapping_add(FAR)) | not_positive(*middle) | not_positive(*base);
        let own = times(*now, *base).wrapping_add(times(*middle, *middle));
        let (reached, whole) = (own.wrapping_mul(of).wrapping_sub(strict), times(*middle, *base));
        let above = |to: &u64| wide_sign(reached.wrapping_sub(whole.wrapping_mul(i128::from(*to))));
        *index = indexed(ladder.to.iter().map(above), unknown, ladder.to.len());
    }
    indices
}

/// 1 for a number below 0.
const fn sign(number: i64) -> u64 {
    number.cast_unsigned().wrapping_shr(63)
}

/// 1 for a number that is not above 0, and where it is absent.
const fn not_positive(number: i64) -> u64 {
    sign(number | number.wrapping_sub(1))
}

fn wide_sign(number: i128) -> u64 {
    u64::from(number.is_negative())
}

/// A product of two numbers of 63 bits, which has 126.
fn times(one: i64, other: i64) -> i128 {
    i128::from(one).wrapping_mul(i128::from(other))
}

/// At most twice the edges and one, which a byte holds.
fn indexed(above: impl Iterator<Item = u64>, unknown: u64, edges: usize) -> u8 {
    let beyond = u64::try_from(edges).unwrap_or_default().wrapping_add(1).wrapping_mul(unknown);
    let [low, ..] = above.fold(beyond, u64::wrapping_add).to_le_bytes();
    low
}
