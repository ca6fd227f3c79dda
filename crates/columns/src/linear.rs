//! Sums and means as one weighted sum of columns over a whole number.

use super::{
    block::{ABSENT, Block, FAR, LANES, Numbers},
    columns::{Columns, NumberColumn, Place, Width},
};
use multiversion::multiversion;
use zjtx_evaluator::{
    Terms,
    number::MILLION,
    quantities::{OverYears, Quantity, YearsHow},
};

/// Weighted columns, added up and divided.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Linear {
    parts: Vec<Part>,
    /// What the sum is divided by, positive.
    pub(super) divisor: i64,
    /// The sum never exceeds this in either direction.
    pub(super) most: i64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Part {
    source: Source,
    weight: i64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Source {
    Number(NumberColumn),
    /// A number of a settled quantity, with the column of what it lacks and how many facts it reads.
    Settled {
        column: usize,
        lacking: usize,
        facts: u8,
        most: i64,
    },
    /// How many of these a part of a set has, in millionths.
    Count {
        column: usize,
        among: u8,
    },
}

impl Linear {
    /// One column.
    pub(super) fn of_column(column: NumberColumn) -> Option<Self> {
        Self::bounded(vec![Part { source: Source::Number(column), weight: 1 }], 1)
    }

    /// One of the numbers of a quantity that is settled when a row is added.
    pub(super) fn settled(
        quantity: &Quantity,
        (years_ago, number): (u8, usize),
        columns: &mut Columns,
        terms: &Terms,
    ) -> Option<Self> {
        let (of, lacking) = columns.settled(quantity, years_ago, terms)?;
        let column = columns.settled_number(of, number)?;
        let settled = columns.settled.get(of)?;
        let facts = u8::try_from(settled.facts().len()).ok()?;
        let source = Source::Settled { column, lacking, facts, most: settled.most(terms)? };
        Self::bounded(vec![Part { source, weight: 1 }], settled.divisor())
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
            Quantity::Difference(difference) => {
                let of = Self::compile(&difference.of, years_ago, columns, terms)?;
                let less = Self::compile(&difference.less, years_ago, columns, terms)?;
                Self::added(vec![of, less.negated()?], 1)
            }
            Quantity::OverYears(years) if years.since.is_none() => {
                Self::over_years(years, years_ago, columns, terms)
            }
            Quantity::OverYears(_) | Quantity::Since(_) | Quantity::PerYear(_) => {
                Self::settled(quantity, (years_ago, 0), columns, terms)
            }
            Quantity::CountOf(count) => {
                let parts = columns.set(count.fact, count.among)?.into_iter();
                let part = |(column, among)| Part { source: Source::Count { column, among }, weight: 1 };
                Self::bounded(parts.map(part).collect(), 1)
            }
            Quantity::Ratio(_) | Quantity::Growth(_) | Quantity::StepGrowth(_) => None,
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

    /// The same distance from zero on the other side.
    fn negated(self) -> Option<Self> {
        let parts =
            self.parts.into_iter().map(|part| Some(Part { weight: part.weight.checked_neg()?, ..part }));
        Some(Self { parts: parts.collect::<Option<_>>()?, ..self })
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

    /// Calls `f` with every column that is added.
    pub(super) fn each_place(&self, f: &mut dyn FnMut(Place)) {
        for part in &self.parts {
            match part.source {
                Source::Number(NumberColumn { width: Width::Millionths(column), .. }) => {
                    f(Place::Number(column));
                }
                Source::Number(NumberColumn { width: Width::Whole(column, _), .. }) => {
                    f(Place::Whole(column))
                }
                Source::Settled { lacking, facts, .. } => {
                    (0..facts).for_each(|bit| f(Place::Settled(lacking, bit)));
                }
                Source::Count { column, .. } => f(Place::Code(column)),
            }
        }
    }

    /// `None` where the sum could leave 62 bits.
    fn bounded(parts: Vec<Part>, divisor: i64) -> Option<Self> {
        let most = parts.iter().try_fold(0_i64, |most, part| {
            let source = match part.source {
                Source::Number(column) => column.most,
                Source::Settled { most, .. } => most,
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

    /// The sums of a block, not yet divided; absent where a part is. Most are a column as it is.
    pub(super) fn sums<'b>(&self, block: &Block<'b>, buffer: &'b mut Numbers) -> &'b Numbers {
        if let [Part { source, weight: 1 }] = self.parts.as_slice()
            && let Some(column) = source.as_it_is()
        {
            return block.numbers(column);
        }
        let mut parts = self.parts.iter();
        if let Some(first) = parts.next() {
            first.each(block, buffer, |_, number, weight| weight.map_or(number, |by| times(number, by)));
        }
        parts.for_each(|part| {
            part.each(block, buffer, |sum, number, weight| match weight {
                Some(by) => settled(sum.wrapping_add(number.wrapping_mul(by)), sum, number),
                None => settled(sum.wrapping_add(number), sum, number),
            });
        });
        buffer
    }
}

impl Source {
    /// The column of millionths that it is, if it is one.
    const fn as_it_is(&self) -> Option<usize> {
        match self {
            Self::Number(NumberColumn { width: Width::Millionths(column), .. })
            | Self::Settled { column, .. } => Some(*column),
            Self::Number(_) | Self::Count { .. } => None,
        }
    }
}

impl Part {
    /// Goes over the lanes with the part's number and its weight, unless that is 1.
    fn each(&self, block: &Block<'_>, sums: &mut Numbers, add: impl Fn(i64, i64, Option<i64>) -> i64) {
        match self.source {
            Source::Number(NumberColumn { width: Width::Millionths(column), .. })
            | Source::Settled { column, .. } => {
                over(block.numbers(column), sums, self.weight, |number| number, add);
            }
            Source::Number(NumberColumn { width: Width::Whole(column, unit), .. }) => {
                over(block.wholes(column), sums, self.weight, |whole| in_millionths(whole, unit), add);
            }
            Source::Count { column, among } => {
                over(block.codes(column), sums, self.weight, |code| count(code, among), add);
            }
        }
    }
}

/// Almost every weight is 1, and products of 64 bits are slow on several lanes.
#[multiversion(targets("x86_64+avx2+bmi2"))]
fn over<T: Copy>(
    lanes: &[T; LANES],
    sums: &mut Numbers,
    weight: i64,
    number: impl Fn(T) -> i64,
    add: impl Fn(i64, i64, Option<i64>) -> i64,
) {
    let lanes = sums.iter_mut().zip(lanes);
    match weight {
        1 => lanes.for_each(|(sum, lane)| *sum = add(*sum, number(*lane), None)),
        by => lanes.for_each(|(sum, lane)| *sum = add(*sum, number(*lane), Some(by))),
    }
}

fn times(number: i64, by: i64) -> i64 {
    settled(number.wrapping_mul(by), 0, number)
}

/// A result, or one that is absent where a number is that it was made of: within bounds the two upper bits
/// are alike, and of absent numbers only the first is set.
const fn settled(result: i64, one: i64, other: i64) -> i64 {
    let absent = (one.wrapping_add(FAR) | other.wrapping_add(FAR)).cast_unsigned().wrapping_shr(63);
    let result = result.cast_unsigned() & !absent.wrapping_shl(62) | absent.wrapping_shl(63);
    result.cast_signed()
}

/// A whole number in millionths or as it is; without a branch, absent where it is.
fn in_millionths(whole: u32, unit: u32) -> i64 {
    let wide = u64::from(whole);
    let absent = wide.wrapping_add(1).wrapping_shr(32);
    (wide.wrapping_mul(u64::from(unit)) | absent.wrapping_shl(63)).cast_signed()
}

/// How many of some a part of a set has.
fn count(code: u8, among: u8) -> i64 {
    let count = i64::from((code.wrapping_sub(1) & among).count_ones()).wrapping_mul(MILLION);
    if code == 0 { ABSENT } else { count }
}
