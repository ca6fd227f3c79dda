//! A quantity among ordered edges: how many of them it does not satisfy. A comparison has one edge, bands
//! and tiers have several, of which those that are satisfied follow those that are not.

use super::{
    block::{ABSENT, Block, Bytes, LANES},
    columns::Columns,
    measure::{Edge, Measure, Values},
};
use crate::{
    node::Operator,
    number::Literal,
    quantity::Quantity,
    terms::{FactIx, Terms},
};

/// The position of a quantity that is not known.
pub(super) const UNKNOWN: u8 = u8::MAX;
/// Positions are bytes.
const MOST_EDGES: usize = 250;

/// A quantity and its edges.
#[derive(Clone, Debug)]
pub(super) struct Steps {
    measure: Measure,
    operator: Operator,
    edges: Vec<Edge>,
    narrow: bool,
}

impl Steps {
    /// Edges that are literals, each so many times.
    pub(super) fn compile(
        quantity: &Quantity,
        operator: Operator,
        literals: impl IntoIterator<Item = (Literal, i64)>,
        at: (u8, &mut Columns, &Terms),
    ) -> Option<Self> {
        let (years_ago, columns, terms) = at;
        let measure = Measure::compile(quantity, years_ago, columns, terms)?;
        let edges = literals.into_iter().map(|(literal, times)| measure.edge(literal, times));
        let edges = edges.collect::<Option<Vec<_>>>()?;
        Self::bounded(measure, operator, edges)
    }

    /// A place and the last that satisfies.
    pub(super) fn of_place(fact: FactIx, best: u32, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let column = columns.number(fact, 0, terms)?;
        let measure = Measure::Plain(super::linear::Linear::of_columns(column, None)?);
        Self::bounded(measure, Operator::AtMost, vec![Edge { of: 1, to: i64::from(best) }])
    }

    fn bounded(measure: Measure, operator: Operator, edges: Vec<Edge>) -> Option<Self> {
        let narrow = edges.iter().all(|edge| measure.is_narrow(*edge));
        (edges.len() <= MOST_EDGES).then_some(Self { measure, operator, edges, narrow })
    }

    /// How many edges each lane does not satisfy; [`UNKNOWN`] where the quantity is.
    pub(super) fn positions(&self, block: &Block<'_>) -> Bytes {
        match self.operator {
            Operator::AtLeast => self.count(block, |own, edge| own < edge, |own, edge| own < edge),
            Operator::MoreThan => self.count(block, |own, edge| own <= edge, |own, edge| own <= edge),
            Operator::AtMost => self.count(block, |own, edge| own > edge, |own, edge| own > edge),
            Operator::LessThan => self.count(block, |own, edge| own >= edge, |own, edge| own >= edge),
        }
    }

    /// The usual numbers of edges are unrolled.
    fn count(
        &self,
        block: &Block<'_>,
        fails: impl Fn(i64, i64) -> bool + Copy,
        fails_wide: impl Fn(i128, i128) -> bool + Copy,
    ) -> Bytes {
        let edges = self.edges.as_slice();
        if let Ok(edges) = <&[Edge; 1]>::try_from(edges) {
            self.count_among(edges, block, fails, fails_wide)
        } else if let Ok(edges) = <&[Edge; 3]>::try_from(edges) {
            self.count_among(edges, block, fails, fails_wide)
        } else if let Ok(edges) = <&[Edge; 5]>::try_from(edges) {
            self.count_among(edges, block, fails, fails_wide)
        } else {
            self.count_among(edges, block, fails, fails_wide)
        }
    }

    fn count_among<'e>(
        &self,
        edges: impl IntoIterator<Item = &'e Edge> + Copy,
        block: &Block<'_>,
        fails: impl Fn(i64, i64) -> bool + Copy,
        fails_wide: impl Fn(i128, i128) -> bool + Copy,
    ) -> Bytes {
        let (mut positions, narrow) = ([0; LANES], self.narrow);
        match self.measure.values(block) {
            Values::Plain(own) => {
                for (position, own) in positions.iter_mut().zip(own.iter()) {
                    let failed = failed(edges, |edge| fails(*own, edge.to));
                    *position = if *own == ABSENT { UNKNOWN } else { failed };
                }
            }
            Values::Over(pair) => {
                let lanes = pair.0.iter().zip(&pair.1);
                for (position, (own, base)) in positions.iter_mut().zip(lanes) {
                    let failed = if narrow {
                        failed(edges, |edge| fails(own.wrapping_mul(edge.of), base.wrapping_mul(edge.to)))
                    } else {
                        failed(edges, |edge| fails_wide(wide(*own, edge.of), wide(*base, edge.to)))
                    };
                    *position = if *own == ABSENT { UNKNOWN } else { failed };
                }
            }
            Values::Wide(values) => {
                for (position, value) in positions.iter_mut().zip(values.iter()) {
                    let failing = |(own, base): &(i128, i128)| {
                        failed(edges, |edge| fails_wide(times(*own, edge.of), times(*base, edge.to)))
                    };
                    *position = value.as_ref().map_or(UNKNOWN, failing);
                }
            }
        }
        positions
    }
}

/// How many edges fail; at most [`MOST_EDGES`].
fn failed<'e>(edges: impl IntoIterator<Item = &'e Edge>, fails: impl Fn(&Edge) -> bool) -> u8 {
    edges.into_iter().fold(0_u8, |failed, edge| failed.wrapping_add(u8::from(fails(edge))))
}

/// A product of two numbers of 63 bits, which has 126.
fn wide(own: i64, by: i64) -> i128 {
    times(i128::from(own), by)
}

/// Bounds of facts and literals keep this below 127 bits, as in [`crate::number::Fraction`].
fn times(own: i128, by: i64) -> i128 {
    own.wrapping_mul(i128::from(by))
}
