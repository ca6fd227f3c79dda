//! Quantities that hang on how long there is the firm: settled when its row is added, as its size class is, since the
//! years that count differ from row to row.

use super::{
    block::{ABSENT, FAR},
    columns::Columns,
};
use zjtx_evaluator::{
    Dossier, FactIx, FactRef, Terms,
    number::MILLION,
    quantities::{OverYears, PerYear, Quantity, Since, Span, StepGrowth, YearsHow},
};

/// A quantity that is settled row by row, and what it reads.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Settled {
    kind: Kind,
    /// Periods that it is seen from further back.
    years_ago: u8,
    /// Everything that it may read: a bit each.
    facts: Vec<FactRef>,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    /// Days or whole years from a date.
    Since(Since),
    /// A sum over whole years from a date, in twelfths.
    PerYear(Sum, FactIx, u8),
    /// A sum over the fiscal years from that of a date on; a mean in twelfths.
    Years(Sum, YearsHow, Option<FactIx>, u8),
    /// Yearly steps: now, middle and base of a mean growth that is the same.
    Steps(Sum, Option<FactIx>, u8),
}

/// Facts that are added up, each with its weight and how many periods back it is read.
#[derive(Clone, Debug, PartialEq)]
struct Sum(Vec<(FactIx, u8, i64)>);

/// What a row has of a settled quantity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Its number, or now, middle and base of a growth.
    pub(super) numbers: [i64; 3],
    /// Absent facts that it reads, as bits.
    pub(super) open: u8,
}

/// Means are kept in twelfths, which one to four years divide.
const TWELFTHS: i64 = 12;
/// Facts that the bits of a code tell apart.
const MOST_FACTS: usize = 8;
/// Longest time between two days, in millionths of days.
const MOST_DAYS: i64 = 4_000_000 * MILLION;

impl Settled {
    /// `None` for a quantity that does not hang on the firm's age, or reads more than a code has bits for.
    pub(super) fn of(quantity: &Quantity, years_ago: u8, columns: &Columns, terms: &Terms) -> Option<Self> {
        let kind = match quantity {
            Quantity::Since(since) => Kind::Since(*since),
            Quantity::PerYear(PerYear { of, since, last }) => Kind::PerYear(Sum::of(of)?, *since, *last),
            Quantity::OverYears(OverYears { how, last, of, since: Some(since) }) => {
                Kind::Years(Sum::of(of)?, *how, Some(*since), *last)
            }
            Quantity::StepGrowth(StepGrowth { of, last, since }) => Kind::Steps(Sum::of(of)?, *since, *last),
            _ => return None,
        };
        let mut settled = Self { kind, years_ago, facts: Vec::new() };
        let mut facts: Vec<FactRef> = Vec::new();
        for (fact, back) in settled.reads(settled.most_years()) {
            let found = columns.at(fact, back, terms)?;
            if !facts.contains(&found) {
                facts.push(found);
            }
        }
        settled.facts = facts;
        (settled.facts.len() <= MOST_FACTS && settled.most(terms)? < FAR).then_some(settled)
    }

    /// What its numbers are divided by.
    pub(super) const fn divisor(&self) -> i64 {
        match self.kind {
            Kind::PerYear(..) | Kind::Years(_, YearsHow::Mean, ..) => TWELFTHS,
            Kind::Since(_) | Kind::Years(..) | Kind::Steps(..) => 1,
        }
    }

    /// Its numbers never exceed this in either direction.
    pub(super) fn most(&self, terms: &Terms) -> Option<i64> {
        match &self.kind {
            Kind::Since(_) => Some(MOST_DAYS),
            Kind::PerYear(sum, ..) => sum.most(terms)?.checked_mul(TWELFTHS),
            Kind::Years(sum, _, _, last) => {
                sum.most(terms)?.checked_mul(i64::from(*last))?.checked_mul(TWELFTHS)
            }
            Kind::Steps(sum, ..) => sum.most(terms)?.checked_mul(3),
        }
    }

    /// The facts that it may read.
    pub(super) fn facts(&self) -> &[FactRef] {
        &self.facts
    }

    /// What a firm has of it.
    pub(super) fn found(&self, dossier: &Dossier, terms: &Terms) -> Found {
        let numbers = self.numbers(dossier, terms).unwrap_or([ABSENT; 3]);
        let years = self.years(dossier).unwrap_or_else(|| self.most_years());
        let is_known = |(fact, back): &(FactIx, u8)| {
            dossier.number(terms, *fact, *back).is_some() || dossier.day(*fact).is_some()
        };
        let absent = self.reads(years).filter(|read| !is_known(read));
        let open = absent.fold(0, |open, (fact, back)| open | self.bit(fact, back, dossier, terms));
        Found { numbers, open }
    }

    /// The bit of a fact among those that it may read.
    fn bit(&self, fact: FactIx, back: u8, dossier: &Dossier, terms: &Terms) -> u8 {
        let period = terms.term(fact).and_then(|term| term.period());
        let found = FactRef { fact, year: dossier.period_year(period, back) };
        let place = self.facts.iter().position(|known| *known == found);
        place.and_then(|place| 1_u8.checked_shl(u32::try_from(place).ok()?)).unwrap_or(0)
    }

    /// The facts that count in some years, each with how many periods back it is read, and the date.
    fn reads(&self, years: u8) -> impl Iterator<Item = (FactIx, u8)> {
        let (sum, since) = match &self.kind {
            Kind::Since(since) => (None, Some(since.fact)),
            Kind::PerYear(sum, since, _) => (Some(sum), Some(*since)),
            Kind::Years(sum, _, since, _) | Kind::Steps(sum, since, _) => (Some(sum), *since),
        };
        let parts = sum.into_iter().flat_map(|sum| &sum.0);
        let from = self.years_ago;
        let facts = parts.flat_map(move |(fact, ago, _)| {
            (0..years).map(move |year| (*fact, from.saturating_add(*ago).saturating_add(year)))
        });
        facts.chain(since.map(|since| (since, 0)))
    }

    /// How many years may be read.
    const fn most_years(&self) -> u8 {
        match self.kind {
            Kind::Since(_) => 0,
            Kind::PerYear(..) => 1,
            Kind::Years(_, _, _, last) | Kind::Steps(_, _, last) => last,
        }
    }

    /// How many years are read of a firm; `None` while its date is unknown.
    fn years(&self, dossier: &Dossier) -> Option<u8> {
        match self.kind {
            Kind::Since(_) | Kind::PerYear(..) => Some(self.most_years()),
            Kind::Years(_, _, since, last) | Kind::Steps(_, since, last) => match since {
                Some(since) => Some(dossier.fiscal_years_since(since, self.years_ago)?.min(last)),
                None => Some(last),
            },
        }
    }

    /// `None` where it cannot be told.
    fn numbers(&self, dossier: &Dossier, terms: &Terms) -> Option<[i64; 3]> {
        let at = |sum: &Sum, year: u8| sum.at(self.years_ago.checked_add(year)?, dossier, terms);
        let years = self.years(dossier)?;
        let number = match &self.kind {
            Kind::Since(Since { fact, span }) => {
                let (from, to) = (dossier.day(*fact)?, dossier.as_of());
                let length = match span {
                    Span::Days => i64::from(from.days_until(to)),
                    Span::Years => i64::from(from.years_until(to)),
                };
                length.checked_mul(MILLION)?
            }
            Kind::PerYear(sum, since, last) => {
                let years = dossier.years_since(*since)?.min(*last);
                at(sum, 0)?.checked_mul(TWELFTHS)?.checked_div(i64::from(years))?
            }
            Kind::Years(sum, how, ..) => {
                let total = (0..years).try_fold(0_i64, |total, year| total.checked_add(at(sum, year)?))?;
                match how {
                    _ if years == 0 => return None,
                    YearsHow::Sum => total,
                    YearsHow::Mean => total.checked_mul(TWELFTHS)?.checked_div(i64::from(years))?,
                }
            }
            Kind::Steps(sum, ..) => return steps(years, |year| at(sum, year)),
        };
        Some([number; 3])
    }
}

/// Now, middle and base whose mean growth is that of the yearly steps: none is as much as no growth, and one step
/// counts as two that are alike where base and middle are the same and now is as far above twice.
fn steps(years: u8, at: impl Fn(u8) -> Option<i64>) -> Option<[i64; 3]> {
    const NO_GROWTH: [i64; 3] = [1; 3];
    let one = |now: i64, base: i64| Some([now.checked_mul(2)?.checked_sub(base)?, base, base]);
    match years {
        0 => None,
        1 => Some(NO_GROWTH),
        2 => one(at(0)?, at(1)?),
        _ => match (at(1)?, at(2)) {
            (0, _) => Some(NO_GROWTH),
            (middle, Some(0)) => one(at(0)?, middle),
            (middle, first) => Some([at(0)?, middle, first?]),
        },
    }
}

impl Sum {
    /// `None` for what is no sum of facts.
    fn of(quantity: &Quantity) -> Option<Self> {
        match quantity {
            Quantity::Fact(fact) => Some(Self(vec![(fact.fact, fact.years_ago, 1)])),
            Quantity::Sum(sum) => {
                let parts = sum.parts.iter().map(|part| Some(Self::of(part)?.0));
                Some(Self(parts.collect::<Option<Vec<_>>>()?.concat()))
            }
            Quantity::Difference(difference) => {
                let less = Self::of(&difference.less)?.0.into_iter();
                let less = less.map(|(fact, back, weight)| (fact, back, weight.wrapping_neg()));
                Some(Self(Self::of(&difference.of)?.0.into_iter().chain(less).collect()))
            }
            _ => None,
        }
    }

    /// Its number some periods back.
    fn at(&self, back: u8, dossier: &Dossier, terms: &Terms) -> Option<i64> {
        self.0.iter().try_fold(0_i64, |sum, (fact, ago, weight)| {
            let number = dossier.number(terms, *fact, back.checked_add(*ago)?)?;
            sum.checked_add(number.checked_mul(*weight)?)
        })
    }

    /// It never exceeds this in either direction.
    fn most(&self, terms: &Terms) -> Option<i64> {
        let ends = self.0.iter().try_fold((0_i64, 0_i64), |(least, most), (fact, _, weight)| {
            let (from, to) = terms.term(*fact)?.bounds();
            let (one, other) = (from.checked_mul(*weight)?, to.checked_mul(*weight)?);
            Some((least.checked_add(one.min(other))?, most.checked_add(one.max(other))?))
        });
        ends.map(|(least, most)| most.max(least.saturating_neg()))
    }
}
