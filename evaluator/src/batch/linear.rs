//! Sums and means as one weighted sum of columns over a whole number.

use super::{
    block::{ABSENT, Block, LANES, Numbers, number_of_whole},
    columns::{Columns, NumberColumn, Width},
    rows::NO_SET,
};
use crate::{
    number::MILLION,
    quantity::{OverYears, Quantity, YearsHow},
    terms::Terms,
};

/// Weighted columns, added up and divided.
#[derive(Clone, Debug)]
pub(super) struct Linear {
    parts: Vec<Part>,
    /// What the sum is divided by, positive.
    pub(super) divisor: i64,
    /// The sum never exceeds this in either direction.
    pub(super) most: i64,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    source: Source,
    weight: i64,
}

#[derive(Clone, Copy, Debug)]
enum Source {
    Number(NumberColumn),
    /// How many of these a set has, in millionths.
    Count {
        column: usize,
        among: u64,
    },
}

impl Linear {
    /// One column, or two of which the second is taken away.
    pub(super) fn of_columns(column: NumberColumn, less: Option<NumberColumn>) -> Option<Self> {
        let part = |column, weight| Part { source: Source::Number(column), weight };
        let parts = std::iter::once(part(column, 1)).chain(less.map(|less| part(less, -1)));
        Self::bounded(parts.collect(), 1)
    }

    /// A quantity that is no ratio and no growth.
    pub(super) fn compile(
        quantity: &Quantity,
        years_ago: u8,
        columns: &mut Columns,
        terms: &Terms,
    ) -> Option<Self> {
        match quantity {
            Quantity::Fact(fact) => {
                let column = columns.number(fact.fact, years_ago.checked_add(fact.years_ago)?, terms)?;
                Self::of_columns(column, None)
            }
            Quantity::Sum(sum) => {
                let parts = sum.parts.iter().map(|part| Self::compile(part, years_ago, columns, terms));
                let parts = parts.collect::<Option<Vec<_>>>()?;
                Self::added(parts, 1)
            }
            Quantity::OverYears(years) => Self::over_years(years, years_ago, columns, terms),
            Quantity::CountOf(count) => {
                let source = Source::Count { column: columns.set(count.fact, terms)?, among: count.among };
                Self::bounded(vec![Part { source, weight: 1 }], 1)
            }
            Quantity::Ratio(_) | Quantity::Growth(_) => None,
        }
    }

    fn over_years(years: &OverYears, years_ago: u8, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let each =
            (0..years.last).map(|i| Self::compile(&years.of, years_ago.checked_add(i)?, columns, terms));
        let each = each.collect::<Option<Vec<_>>>()?;
        let divisor = match years.how {
            YearsHow::Sum => 1,
            YearsHow::Mean => i64::from(years.last),
        };
        Self::added(each, divisor)
    }

    /// The sum of several over a further divisor, on one denominator.
    fn added(sums: Vec<Self>, divisor: i64) -> Option<Self> {
        let common = sums.iter().try_fold(1_i64, |common, sum| common.checked_mul(sum.divisor))?;
        let mut parts = Vec::new();
        for sum in sums {
            let by = common.checked_div(sum.divisor)?;
            for part in sum.parts {
                parts.push(Part { weight: part.weight.checked_mul(by)?, ..part });
            }
        }
        Self::bounded(parts, common.checked_mul(divisor)?)
    }

    /// `None` where the sum could leave 63 bits.
    fn bounded(parts: Vec<Part>, divisor: i64) -> Option<Self> {
        let most = parts.iter().try_fold(0_i64, |most, part| {
            let source = match part.source {
                Source::Number(column) => column.most,
                Source::Count { .. } => MILLION.checked_mul(64)?,
            };
            most.checked_add(source.checked_mul(part.weight.checked_abs()?)?)
        })?;
        Some(Self { parts, divisor, most })
    }

    /// The sums of a block, not yet divided; [`ABSENT`] where a part is.
    pub(super) fn sums(&self, block: &Block<'_>) -> Numbers {
        let mut sums = [0; LANES];
        for part in &self.parts {
            match part.source {
                Source::Number(NumberColumn { width, .. }) => {
                    add_column(&mut sums, width, block, part.weight)
                }
                Source::Count { column, among } => {
                    add(&mut sums, block.sets(column).iter().map(|set| count(*set, among)), part.weight);
                }
            }
        }
        sums
    }
}

fn add_column(sums: &mut Numbers, width: Width, block: &Block<'_>, weight: i64) {
    match width {
        Width::Millionths(column) => add(sums, block.numbers(column).iter().copied(), weight),
        Width::Count(column) => {
            add(sums, block.wholes(column).iter().map(|whole| number_of_whole(*whole, MILLION)), weight);
        }
        Width::Place(column) => {
            add(sums, block.wholes(column).iter().map(|whole| number_of_whole(*whole, 1)), weight);
        }
    }
}

fn count(set: u64, among: u64) -> i64 {
    let count = i64::from((set & among).count_ones()).wrapping_mul(MILLION);
    if set == NO_SET { ABSENT } else { count }
}

/// Within the bounds that were checked nothing wraps around but the lanes that are absent.
fn add(sums: &mut Numbers, numbers: impl Iterator<Item = i64>, weight: i64) {
    let lanes = sums.iter_mut().zip(numbers);
    // Almost every weight is 1, and products of 64 bits are slow on many lanes.
    if weight == 1 {
        lanes.for_each(|(sum, number)| *sum = added(*sum, number, number));
    } else {
        lanes.for_each(|(sum, number)| *sum = added(*sum, number, number.wrapping_mul(weight)));
    }
}

const fn added(sum: i64, number: i64, weighted: i64) -> i64 {
    if sum == ABSENT || number == ABSENT { ABSENT } else { sum.wrapping_add(weighted) }
}
