//! Quantities on columns: a sum against a number, or two sums against two factors. Ratios are never
//! divided out, roots never drawn.

use super::{
    block::{ABSENT, Block, LANES, Numbers},
    columns::Columns,
    linear::Linear,
};
use crate::{
    doc::GrowthHow,
    number::{Literal, Unit},
    quantity::{GrowthQuantity, Quantity, Ratio},
    terms::Terms,
};

/// A quantity.
#[derive(Clone, Debug)]
pub(super) enum Measure {
    /// A sum.
    Plain(Linear),
    /// One sum over another.
    Share { of: Linear, to: Linear },
    /// Compound growth from one column to another over so many years.
    Compound { now: Linear, base: Linear, years: u32 },
    /// Mean of two yearly growth rates.
    MeanGrowth { now: Linear, middle: Linear, base: Linear },
}

/// Where an edge lies: `own × of` against `base × to`; the base of a plain sum is 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) of: i64,
    pub(super) to: i64,
}

/// The values of a block; an own that is not known is [`ABSENT`].
pub(super) enum Values {
    /// Against a number.
    Plain(Box<Numbers>),
    /// Over a base.
    Over(Box<(Numbers, Numbers)>),
    /// Over a base, both products.
    Wide(Box<[Option<(i128, i128)>; LANES]>),
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
            plain => Linear::compile(plain, years_ago, columns, terms).map(Self::Plain),
        }
    }

    fn growth(growth: &GrowthQuantity, years_ago: u8, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let mut back = |back: u8| columns.number(growth.fact, years_ago.checked_add(back)?, terms);
        let (now, middle, base) = (back(0)?, back(1)?, back(growth.years)?);
        let column = |column| Linear::of_columns(column, None);
        Some(match (growth.how, growth.years) {
            (GrowthHow::Compound, years) => {
                Self::Compound { now: column(now)?, base: column(base)?, years: u32::from(years) }
            }
            (GrowthHow::MeanOfRatios, 1) => {
                Self::Share { of: Linear::of_columns(now, Some(base))?, to: column(base)? }
            }
            (GrowthHow::MeanOfRatios, _) => {
                Self::MeanGrowth { now: column(now)?, middle: column(middle)?, base: column(base)? }
            }
        })
    }

    /// The edge that a literal, so many times, is for this quantity.
    pub(super) fn edge(&self, literal: Literal, times: i64) -> Option<Edge> {
        let num = literal.num().checked_mul(times)?;
        match self {
            // Percent facts are kept in millionths of a percent, as the literal is.
            Self::Plain(_) if literal.unit() == Unit::Percent => {
                Some(Edge { of: 1, to: literal.micros().checked_mul(times)? })
            }
            Self::Plain(sum) => Some(Edge { of: 1, to: num.checked_mul(sum.divisor)? }),
            Self::Share { of, to } => {
                let own = literal.den().checked_mul(to.divisor)?;
                Some(reduced(own, num.checked_mul(of.divisor)?))
            }
            Self::Compound { years, .. } => {
                let Edge { of, to } = reduced(literal.den(), literal.den().checked_add(num)?);
                Some(Edge { of: of.checked_pow(*years)?, to: to.checked_pow(*years)? })
            }
            Self::MeanGrowth { .. } => Some(reduced(literal.den(), num)),
        }
    }

    /// Whether both products stay within 63 bits, whatever the row.
    pub(super) fn is_narrow(&self, edge: Edge) -> bool {
        let fits = |most: i64, by: i64| most.checked_mul(by.saturating_abs()).is_some();
        match self {
            Self::Plain(_) => true,
            Self::Share { of, to } => fits(of.most, edge.of) && fits(to.most, edge.to),
            Self::Compound { now, base, .. } => fits(now.most, edge.of) && fits(base.most, edge.to),
            Self::MeanGrowth { .. } => false,
        }
    }

    pub(super) fn values(&self, block: &Block<'_>) -> Values {
        match self {
            Self::Plain(sum) => Values::Plain(Box::new(sum.sums(block))),
            Self::Share { of, to } => over(of.sums(block), to.sums(block)),
            Self::Compound { now, base, .. } => over(now.sums(block), base.sums(block)),
            Self::MeanGrowth { now, middle, base } => {
                Values::Wide(Box::new(mean_growth(&now.sums(block), &middle.sums(block), &base.sums(block))))
            }
        }
    }
}

/// A base that is absent or not positive makes the own unknown.
fn over(mut own: Numbers, base: Numbers) -> Values {
    for (own, base) in own.iter_mut().zip(&base) {
        *own = if *base > 0 { *own } else { ABSENT };
    }
    Values::Over(Box::new((own, base)))
}

/// (now/middle − 1 + middle/base − 1) ÷ 2 as one fraction.
fn mean_growth(now: &Numbers, middle: &Numbers, base: &Numbers) -> [Option<(i128, i128)>; LANES] {
    let mut means = [None; LANES];
    for (mean, ((now, middle), base)) in means.iter_mut().zip(now.iter().zip(middle).zip(base)) {
        let (own, whole, earlier) = (i128::from(*now), i128::from(*middle), i128::from(*base));
        let both = whole.wrapping_mul(earlier).wrapping_mul(2);
        let num = own.wrapping_mul(earlier).wrapping_add(whole.wrapping_mul(whole)).wrapping_sub(both);
        *mean = (*now != ABSENT && *middle > 0 && *base > 0).then_some((num, both));
    }
    means
}

/// The same edge with the smallest factors; the first is positive.
fn reduced(of: i64, to: i64) -> Edge {
    let (mut a, mut b) = (of.unsigned_abs(), to.unsigned_abs());
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    let common = i64::try_from(a).unwrap_or(1).max(1);
    Edge { of: of.checked_div(common).unwrap_or(of), to: to.checked_div(common).unwrap_or(to) }
}
