//! How many edges lie above a quantity, lane by lane, in signs of differences: without a branch, and without
//! comparisons, which are slow on several lanes at once.
//!
//! Every function gives, of so many edges, how many are above where the quantity is known, and more than
//! that where it is not. With `strict` 1 an edge that is reached exactly counts as above.

use super::{
    block::{Bytes, FAR, Numbers},
    truths::{Bits, signs},
};

/// Edges as factors: `own × of` against `base × to`.
#[derive(Clone, Debug)]
pub(super) struct Ladder<T> {
    pub(super) of: T,
    pub(super) to: Vec<T>,
}

/// A number against numbers.
pub(super) fn plain(own: &Numbers, to: &[i64], strict: i64, indices: &mut Bytes) {
    /// Unrolled where the number of edges is known.
    fn each(own: &Numbers, to: impl AsRef<[i64]>, strict: i64, indices: &mut Bytes) {
        let to = to.as_ref();
        for (index, own) in indices.iter_mut().zip(own) {
            let reached = own.wrapping_sub(strict);
            let above = to.iter().map(|to| sign(reached.wrapping_sub(*to)));
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
pub(super) fn narrow(own: &Numbers, base: &Numbers, ladder: &Ladder<u32>, strict: i64, indices: &mut Bytes) {
    fn each(pair: (&Numbers, &Numbers), of: i64, to: impl AsRef<[u32]>, strict: i64, indices: &mut Bytes) {
        let to = to.as_ref();
        for (index, (own, base)) in indices.iter_mut().zip(pair.0.iter().zip(pair.1)) {
            let reached = own.wrapping_mul(of).wrapping_sub(strict);
            let above = to.iter().map(|to| sign(reached.wrapping_sub(base.wrapping_mul(i64::from(*to)))));
            *index = indexed(above, unknown(*own) | not_positive(*base), to.len());
        }
    }
    let (pair, of) = ((own, base), i64::from(ladder.of));
    match *ladder.to.as_slice() {
        [a, b, c] => each(pair, of, [a, b, c], strict, indices),
        [a, b, c, d, e] => each(pair, of, [a, b, c, d, e], strict, indices),
        ref to => each(pair, of, to, strict, indices),
    }
}

/// The same of a number over a base.
pub(super) fn reaches_share(own: &Numbers, base: &Numbers, ladder: &Ladder<u32>, strict: i64) -> [Bits; 2] {
    let (of, to) = (i64::from(ladder.of), i64::from(ladder.to.first().copied().unwrap_or_default()));
    signs(own, base, |own, base| {
        let reached = own.wrapping_mul(of).wrapping_sub(strict);
        [reached.wrapping_sub(base.wrapping_mul(to)), unknown(own) | not_positive(base)]
    })
}

/// A number over a base in twice the bits.
pub(super) fn wide(own: &Numbers, base: &Numbers, ladder: &Ladder<i64>, strict: i64, indices: &mut Bytes) {
    for (index, (own, base)) in indices.iter_mut().zip(own.iter().zip(base)) {
        let reached = times(*own, ladder.of).wrapping_sub(i128::from(strict));
        let above = ladder.to.iter().map(|to| wide_sign(reached.wrapping_sub(times(*base, *to))));
        *index = indexed(above, unknown(*own) | not_positive(*base), ladder.to.len());
    }
}

/// now × base + middle × middle over middle × base.
pub(super) fn mean_growth(columns: [&Numbers; 3], ladder: &Ladder<u64>, strict: i64, indices: &mut Bytes) {
    fn each(
        [now, middle, base]: [&Numbers; 3],
        of: u64,
        to: impl AsRef<[u64]>,
        strict: i64,
        indices: &mut Bytes,
    ) {
        let (of, to, strict) = (i128::from(of), to.as_ref(), i128::from(strict));
        for (index, ((now, middle), base)) in indices.iter_mut().zip(now.iter().zip(middle).zip(base)) {
            let unknown = unknown(*now) | not_positive(*middle) | not_positive(*base);
            let own = times(*now, *base).wrapping_add(times(*middle, *middle));
            let (reached, whole) = (own.wrapping_mul(of).wrapping_sub(strict), times(*middle, *base));
            let above = |to: &u64| wide_sign(reached.wrapping_sub(whole.wrapping_mul(i128::from(*to))));
            *index = indexed(to.iter().map(above), unknown, to.len());
        }
    }
    match *ladder.to.as_slice() {
        [a, b, c, d, e] => each(columns, ladder.of, [a, b, c, d, e], strict, indices),
        ref to => each(columns, ladder.of, to, strict, indices),
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
fn indexed(above: impl Iterator<Item = u64>, unknown: i64, edges: usize) -> u8 {
    let beyond = u64::try_from(edges).unwrap_or_default().wrapping_add(1).wrapping_mul(sign(unknown));
    let [low, ..] = above.fold(beyond, u64::wrapping_add).to_le_bytes();
    low
}
