//! Sums and means as one weighted sum of columns over a whole number.

use super::{
    block::{ABSENT, Block, LANES, NO_WHOLE, Numbers},
    columns::{Columns, NumberColumn, Width},
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
    /// How many of these a part of a set has, in millionths.
    Count {
        column: usize,
        among: u8,
    },
}

/// Sums stay below this in either direction, so that their differences keep their sign.
pub(super) const FAR: i64 = 1 << 62;

impl Linear {
    /// One column.
    pub(super) fn of_column(column: NumberColumn) -> Option<Self> {
        Self::bounded(vec![Part { source: Source::Number(column), weight: 1 }], 1)
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
                Self::of_column(column)
            }
            Quantity::Sum(sum) => {
                let parts = sum.parts.iter().map(|part| Self::compile(part, years_ago, columns, terms));
                let parts = parts.collect::<Option<Vec<_>>>()?;
                Self::added(parts, 1)
            }
            Quantity::OverYears(years) => Self::over_years(years, years_ago, columns, terms),
            Quantity::CountOf(count) => {
                let parts = columns.set(count.fact, count.among)?.into_iter();
                let part = |(column, among)| Part { source: Source::Count { column, among }, weight: 1 };
                Self::bounded(parts.map(part).collect(), 1)
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

    /// `None` where the sum could leave 62 bits.
    fn bounded(parts: Vec<Part>, divisor: i64) -> Option<Self> {
        let most = parts.iter().try_fold(0_i64, |most, part| {
            let source = match part.source {
                Source::Number(column) => column.most,
                Source::Count { among, .. } => MILLION.checked_mul(i64::from(among.count_ones()))?,
            };
            most.checked_add(source.checked_mul(part.weight.checked_abs()?)?)
        })?;
        (most < FAR).then_some(Self { parts, divisor, most })
    }

    /// The column of the part of a set that is all it counts, and the sum for each of its codes.
    pub(super) fn by_code(&self) -> Option<(usize, impl Fn(u8) -> i64)> {
        let [Part { source: Source::Count { column, among }, weight }] = *self.parts.as_slice() else {
            return None;
        };
        Some((column, move |code| if code == 0 { ABSENT } else { count(code, among).wrapping_mul(weight) }))
    }

    /// The sums of a block, not yet divided; [`ABSENT`] where a part is. Most are a column as it is.
    pub(super) fn sums<'b>(&self, block: &Block<'b>, buffer: &'b mut Numbers) -> &'b Numbers {
        if let [Part { source: Source::Number(number), weight: 1 }] = self.parts.as_slice()
            && let Width::Millionths(column) = number.width
        {
            return block.numbers(column);
        }
        *buffer = [0; LANES];
        self.parts.iter().for_each(|part| part.add(block, buffer));
        buffer
    }
}

impl Part {
    fn add(&self, block: &Block<'_>, sums: &mut Numbers) {
        match self.source {
            Source::Number(NumberColumn { width: Width::Millionths(column), .. }) => {
                add(sums, block.numbers(column), self.weight, |number| number);
            }
            Source::Number(NumberColumn { width: Width::Count(column), .. }) => {
                add(sums, block.wholes(column), self.weight, |whole| in_millionths(whole, MILLION));
            }
            Source::Number(NumberColumn { width: Width::Place(column), .. }) => {
                add(sums, block.wholes(column), self.weight, |whole| in_millionths(whole, 1));
            }
            Source::Count { column, among } => {
                add(sums, block.codes(column), self.weight, |code| count(code, among));
            }
        }
    }
}

/// Within the bounds that were checked nothing wraps around but the lanes that are absent.
fn add<T: Copy>(sums: &mut Numbers, lanes: &[T; LANES], weight: i64, number: impl Fn(T) -> i64) {
    for (sum, lane) in sums.iter_mut().zip(lanes) {
        let number = number(*lane);
        let known = sum.wrapping_add(number.wrapping_mul(weight));
        *sum = if *sum == ABSENT || number == ABSENT { ABSENT } else { known };
    }
}

/// A whole number in millionths or as it is.
fn in_millionths(whole: i32, unit: i64) -> i64 {
    if whole == NO_WHOLE { ABSENT } else { i64::from(whole).wrapping_mul(unit) }
}

/// How many of some a part of a set has.
fn count(code: u8, among: u8) -> i64 {
    let count = i64::from((code.wrapping_sub(1) & among).count_ones()).wrapping_mul(MILLION);
    if code == 0 { ABSENT } else { count }
}
