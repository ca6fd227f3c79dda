//! A quantity among ordered edges: how many of them it does not satisfy. A comparison has one edge, bands
//! and tiers have several, of which those that are satisfied follow those that are not.

use super::{
    block::{ABSENT, Block, Bytes, FAR, LANES, Numbers, Scratch},
    columns::{Columns, Place},
    count, growth,
    ladder::Ladder,
    linear::Linear,
    measure::{Edge, Measure},
    truths::Truths,
};
use zjtx_evaluator::{
    FactIx, Terms,
    number::{Literal, Operator},
    quantities::Quantity,
};

/// Indices are bytes: one for each number of edges, and again for a quantity that is not known.
const MOST_EDGES: usize = 127;

/// A quantity and its edges, all of them against the same multiple of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Steps {
    own: Own,
    /// 1 where an edge itself is below.
    strict: i64,
    /// Whether edges below are those that are satisfied.
    turned: bool,
}

/// What stands on both sides, in the arithmetic that it needs.
#[derive(Clone, Debug, PartialEq)]
enum Own {
    /// A sum against numbers.
    Plain(Linear, Vec<i64>),
    /// Two sums whose products stay within 62 bits, and a ladder that is short.
    Narrow(Linear, Linear, Ladder),
    /// Two sums whose products do not.
    Wide(Linear, Linear, Ladder),
    /// Now, middle and base of a mean growth.
    MeanGrowth(Linear, Linear, Linear, Ladder),
}

impl Steps {
    /// Edges that are literals, each with its factor.
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
        Self::of_edges(measure, operator, &edges)
    }

    /// A place and the last that satisfies.
    pub(super) fn of_place(fact: FactIx, best: u32, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let measure = Measure::Plain(Linear::of_column(columns.number(fact, 0, terms)?)?);
        Self::of_edges(measure, Operator::AtMost, &[Edge { of: 1, to: i64::from(best) }])
    }

    fn of_edges(measure: Measure, operator: Operator, edges: &[Edge]) -> Option<Self> {
        let own = Own::of(measure, edges).filter(|_| edges.len() <= MOST_EDGES)?;
        let (strict, turned) = match operator {
            Operator::AtLeast => (0, false),
            Operator::MoreThan => (1, false),
            Operator::AtMost => (1, true),
            Operator::LessThan => (0, true),
        };
        Some(Self { own, strict, turned })
    }

    /// Calls `f` with every column of the quantity.
    pub(super) fn each_place(&self, f: &mut dyn FnMut(Place)) {
        match &self.own {
            Own::Plain(own, _) => own.each_place(f),
            Own::Narrow(own, base, _) | Own::Wide(own, base, _) => {
                own.each_place(f);
                base.each_place(f);
            }
            Own::MeanGrowth(now, middle, base, _) => {
                [now, middle, base].into_iter().for_each(|sum| sum.each_place(f));
            }
        }
    }

    /// How many edges there are.
    pub(super) fn edges(&self) -> u8 {
        let edges = match &self.own {
            Own::Plain(_, to) => to.len(),
            Own::Narrow(_, _, ladder) => ladder.edges(),
            Own::Wide(_, _, ladder) => ladder.edges(),
            Own::MeanGrowth(_, _, _, ladder) => ladder.edges(),
        };
        u8::try_from(edges).unwrap_or_default()
    }

    /// How many edges an index says are not satisfied; `None` where the quantity is not known.
    pub(super) fn position(&self, index: u8) -> Option<u8> {
        let below = Some(index).filter(|below| *below <= self.edges())?;
        Some(if self.turned { self.edges().wrapping_sub(below) } else { below })
    }

    /// The index of every lane: how many edges lie above, and one more than the edges where the quantity is
    /// not known.
    pub(super) fn indices<'s>(&self, block: &Block<'_>, scratch: &'s mut Scratch) -> &'s Bytes {
        let Scratch { numbers: [one, two, three], bytes } = scratch;
        match &self.own {
            Own::Plain(own, to) => count::plain(own.sums(block, one), to, self.strict, bytes),
            Own::Narrow(own, base, ladder) => {
                count::narrow(own.sums(block, one), base.sums(block, two), ladder, self.strict, bytes);
            }
            Own::Wide(own, base, ladder) => {
                count::wide(own.sums(block, one), base.sums(block, two), ladder, self.strict, bytes);
            }
            Own::MeanGrowth(now, middle, base, ladder) => {
                let columns = [now.sums(block, one), middle.sums(block, two), base.sums(block, three)];
                growth::indices(columns, ladder, self.strict, bytes);
            }
        }
        bytes
    }

    /// Whether there is one edge, and products stay within 62 bits.
    pub(super) fn is_narrow(&self) -> bool {
        self.edges() == 1 && matches!(self.own, Own::Plain(..) | Own::Narrow(..))
    }

    /// Whether the first edge is satisfied, where products stay within 62 bits; else it is undetermined.
    pub(super) fn reaches(&self, block: &Block<'_>, scratch: &mut Scratch) -> Truths {
        let [one, two, _] = &mut scratch.numbers;
        let [above, unknown] = match &self.own {
            Own::Plain(own, to) => count::reaches(own.sums(block, one), to, self.strict),
            Own::Narrow(own, base, ladder) => {
                count::reaches_share(own.sums(block, one), base.sums(block, two), ladder, self.strict)
            }
            Own::Wide(..) | Own::MeanGrowth(..) => return Truths::UNDETERMINED,
        };
        let satisfied = Truths::settled(above);
        let satisfied = if self.turned { satisfied } else { satisfied.not() };
        satisfied.unless(&unknown)
    }

    /// The column and the index of each of its codes, where a part of a set decides alone.
    pub(super) fn by_code(&self) -> Option<(usize, Bytes)> {
        let Own::Plain(own, to) = &self.own else { return None };
        let (column, sum) = own.by_code()?;
        let mut sums: Numbers = [ABSENT; LANES];
        sums.iter_mut().zip(0..=u8::MAX).for_each(|(lane, code)| *lane = sum(code));
        let mut indices = [0; LANES];
        count::plain(&sums, to, self.strict, &mut indices);
        Some((column, indices))
    }
}

impl Own {
    fn of(measure: Measure, edges: &[Edge]) -> Option<Self> {
        let fits = |most: i64, by: i64| most.checked_mul(by).is_some_and(|product| product < FAR);
        Some(match measure {
            Measure::Plain(own) => {
                let to: Vec<i64> = edges.iter().map(|edge| edge.to).collect();
                let near = to.iter().all(|to| to.saturating_abs() < FAR);
                Self::Plain(own, Some(to).filter(|_| near)?)
            }
            Measure::Share { of: own, to: base } | Measure::Compound { now: own, base, .. } => {
                let ladder = Ladder::of(edges)?;
                if ladder.is_short() && fits(own.most, ladder.of) && fits(base.most, ladder.most()) {
                    // A difference of two of 62 bits keeps its sign.
                    Self::Narrow(own, base, ladder)
                } else {
                    Self::Wide(own, base, ladder)
                }
            }
            Measure::MeanGrowth { now, middle, base } => {
                let ladder = Ladder::of(edges)?;
                let most = i128::from(now.most.max(middle.most).max(base.most));
                let square = most.checked_mul(most)?.checked_mul(2)?;
                let greatest = square.checked_mul(i128::from(ladder.of.max(ladder.most())))?;
                Some(Self::MeanGrowth(now, middle, base, ladder)).filter(|_| greatest < i128::MAX >> 1)?
            }
        })
    }
}
