//! Quantities on columns: a sum against a number, or two sums against two factors. Ratios are never
//! divided out, roots never drawn.

use super::{columns::Columns, linear::Linear};
use zjtx_evaluator::{
    Terms,
    number::{GrowthHow, Literal},
    quantities::{GrowthQuantity, Quantity, Ratio},
};

/// A quantity.
#[derive(Clone, Debug)]
pub(super) enum Measure {
    /// A sum.
    Plain(Linear),
    /// One sum over another.
    Share { of: Linear, to: Linear },
    /// Compound growth from one column to another over `years` years.
    Compound { now: Linear, base: Linear, years: u32 },
    /// Mean of two yearly growth rates.
    MeanGrowth { now: Linear, middle: Linear, base: Linear },
}

/// Where an edge lies: `own × of` against `base × to`, the first factor positive. Of a plain sum the base
/// is 1; of a mean growth own is now × base + middle × middle and base is middle × base.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) of: i64,
    pub(super) to: i64,
}

impl Measure {
    pub(super) fn compile(
        quantity: &Quantity,
        years_ago: u8,
        columns: &mut Columns,
        terms: &Terms,
    ) -> Option<Self> {
        match quantity {
            Quantity::Ratio(Ratio { of, to }) => Some(Self::Share {
                of: Linear::compile(of, years_ago, columns, terms)?,
                to: Linear::compile(to, years_ago, columns, terms)?,
            }),
            Quantity::Growth(growth) => Self::growth(growth, years_ago, columns, terms),
            Quantity::StepGrowth(_) => {
                let mut number = |number| Linear::settled(quantity, (years_ago, number), columns, terms);
                Some(Self::MeanGrowth { now: number(0)?, middle: number(1)?, base: number(2)? })
            }
            plain => Linear::compile(plain, years_ago, columns, terms).map(Self::Plain),
        }
    }

    fn growth(growth: &GrowthQuantity, years_ago: u8, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let mut back =
            |back: u8| Linear::of_column(columns.number(growth.fact, years_ago.checked_add(back)?, terms)?);
        let (now, years) = (back(0)?, growth.years);
        Some(match growth.how {
            GrowthHow::MeanOfRatios if years > 1 => {
                Self::MeanGrowth { now, middle: back(1)?, base: back(years)? }
            }
            _ => Self::Compound { now, base: back(years)?, years: u32::from(years) },
        })
    }

    /// The edge that `times` times a literal is for this quantity.
    pub(super) fn edge(&self, literal: Literal, times: i64) -> Option<Edge> {
        let (num, den) = (literal.num().checked_mul(times)?, literal.den());
        match self {
            // Percent facts are kept in millionths of a percent, as the literal is.
            Self::Plain(sum) => {
                Some(Edge { of: 1, to: literal.micros().checked_mul(times)?.checked_mul(sum.divisor)? })
            }
            Self::Share { of, to } => {
                Some(reduced(den.checked_mul(to.divisor)?, num.checked_mul(of.divisor)?))
            }
            Self::Compound { years, .. } => {
                let Edge { of, to } = reduced(den, den.checked_add(num)?);
                Some(Edge { of: of.checked_pow(*years)?, to: to.checked_pow(*years)? })
            }
            Self::MeanGrowth { .. } => {
                // now/middle − 1 + middle/base − 1 is twice the mean.
                let twice = den.checked_add(num)?.checked_mul(2)?;
                Some(reduced(den, twice))
            }
        }
    }
}

/// The same edge with the smallest factors; the first is positive.
fn reduced(of: i64, to: i64) -> Edge {
    let common = divisor(of, to);
    Edge { of: of.checked_div(common).unwrap_or(of), to: to.checked_div(common).unwrap_or(to) }
}

/// The greatest common divisor, positive.
pub(super) fn divisor(one: i64, other: i64) -> i64 {
    let (mut a, mut b) = (one.unsigned_abs(), other.unsigned_abs());
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    i64::try_from(a).unwrap_or(1).max(1)
}
