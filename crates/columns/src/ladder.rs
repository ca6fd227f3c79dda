//! Edges as factors of one base: the greatest, and how far it is down to each of the others.

use super::measure::{Edge, divisor};

/// `own × of` against `base × first`, and then against less and less of the base.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ladder {
    pub(super) of: i64,
    pub(super) first: i64,
    pub(super) falls: Vec<Fall>,
    /// The factor of the last edge.
    last: i64,
}

/// A way down by the base × a power of two, which is cheaper than a product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fall {
    pub(super) power: u32,
    /// 1 where it ends at an edge, 0 where it goes on.
    pub(super) edge: u64,
}

impl Ladder {
    /// The edges against one multiple, from the greatest on. `None` without edges, for two that are the same, and
    /// beyond 63 bits.
    pub(super) fn of(edges: &[Edge]) -> Option<Self> {
        let common = |of: i64, edge: &Edge| of.checked_mul(edge.of.checked_div(divisor(of, edge.of))?);
        let of = edges.iter().try_fold(1_i64, common)?;
        let to = edges.iter().map(|edge| edge.to.checked_mul(of.checked_div(edge.of)?));
        let mut to = to.collect::<Option<Vec<_>>>()?;
        to.sort_unstable_by(|one, other| other.cmp(one));
        let mut falls = Vec::new();
        for pair in to.windows(2) {
            let [upper, lower] = pair else { continue };
            falls.extend(down(upper.checked_sub(*lower)?)?);
        }
        Some(Self { of, first: *to.first()?, falls, last: *to.last()? })
    }

    /// How many edges there are.
    pub(super) fn edges(&self) -> usize {
        self.falls.iter().filter(|fall| fall.edge == 1).count().saturating_add(1)
    }

    /// Whether its factors have 32 bits.
    pub(super) fn is_short(&self) -> bool {
        [self.of, self.first].into_iter().all(|factor| u32::try_from(factor).is_ok())
    }

    /// The least factor.
    pub(super) const fn least(&self) -> i64 {
        self.last
    }

    /// The greatest factor in either direction.
    pub(super) fn most(&self) -> i64 {
        self.first.saturating_abs().max(self.last.saturating_abs())
    }
}

/// The powers of two that a distance is made of.
fn down(distance: i64) -> Option<Vec<Fall>> {
    let distance = distance.cast_unsigned();
    let powers = (0..u64::BITS).rev().filter(|power| distance.wrapping_shr(*power) & 1 == 1);
    let mut falls: Vec<Fall> = powers.map(|power| Fall { power, edge: 0 }).collect();
    falls.last_mut()?.edge = 1;
    Some(falls)
}
