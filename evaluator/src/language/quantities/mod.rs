//! Quantities (docs/language.md §7): one file per kind, each with its check, its value and its words.

mod count_of;
mod difference;
mod fact;
mod growth;
mod over_years;
mod per_year;
mod ratio;
mod since;
mod step_growth;
mod sum;

use crate::{
    base::{
        compact::compact,
        fact_kind::FactPeriod,
        number::{Fraction, Literal, Magnitude, Unit},
    },
    language::{
        answers::Answers,
        cause::Cause,
        checker::Checker,
        diagnostics::Code,
        terms::{FactIx, Term, Terms},
        words::Names,
    },
    written::QuantityDoc,
};
pub use count_of::CountOf;
pub use difference::Difference;
pub use fact::FactQuantity;
pub use growth::GrowthQuantity;
pub use over_years::{OverYears, YearsHow};
pub use per_year::PerYear;
pub use ratio::Ratio;
pub use since::{Since, Span};
pub use step_growth::StepGrowth;
pub use sum::Sum;

/// What can be measured of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A number of the dossier.
    Fact(FactQuantity),
    /// A sum of quantities.
    Sum(Sum),
    /// One quantity less another.
    Difference(Difference),
    /// Days or years from a date.
    Since(Since),
    /// A quantity over whole years.
    PerYear(PerYear),
    /// Sum or mean over periods.
    OverYears(OverYears),
    /// One quantity over another.
    Ratio(Ratio),
    /// Growth of a fact.
    Growth(GrowthQuantity),
    /// The mean of yearly steps.
    StepGrowth(StepGrowth),
    /// How many of some a set has.
    CountOf(CountOf),
}

compact!(
    enum Quantity {
        Fact(inner),
        Sum(inner),
        Difference(inner),
        Since(inner),
        PerYear(inner),
        OverYears(inner),
        Ratio(inner),
        Growth(inner),
        StepGrowth(inner),
        CountOf(inner),
    }
);

/// A known value, or why it is unknown.
pub type Measured = Result<Magnitude, Cause>;

impl Quantity {
    pub(crate) fn check(doc: &QuantityDoc, c: &mut Checker<'_>) -> Option<Self> {
        let fields = [
            doc.fact.is_some(),
            doc.sum.is_some(),
            doc.difference.is_some(),
            doc.days_since.is_some(),
            doc.years_since.is_some(),
            doc.per_year.is_some(),
            doc.sum_years.is_some(),
            doc.mean_years.is_some(),
            doc.ratio.is_some(),
            doc.growth.is_some(),
            doc.step_growth.is_some(),
            doc.count_of.is_some(),
        ];
        let one = fields.iter().filter(|field| **field).count() == 1;
        if !one || (doc.years_ago.is_some() && doc.fact.is_none()) {
            return c.fail(
                Code::Malformed,
                "数量应恰好写一种：fact、sum、difference、days_since、years_since、per_year、sum_years、mean_years、ratio、growth、step_growth 或 count_of",
            );
        }
        Self::check_one(doc, c)
    }

    fn check_one(doc: &QuantityDoc, c: &mut Checker<'_>) -> Option<Self> {
        let years = doc.sum_years.as_ref().map(|years| (years, YearsHow::Sum));
        let years = years.or(doc.mean_years.as_ref().map(|years| (years, YearsHow::Mean)));
        if let Some(fact) = &doc.fact {
            FactQuantity::check(fact, doc.years_ago.unwrap_or(0), c).map(Self::Fact)
        } else if let Some(parts) = &doc.sum {
            c.at("sum", |c| Sum::check(parts, c)).map(Self::Sum)
        } else if let Some(difference) = &doc.difference {
            c.at("difference", |c| Difference::check(difference, c)).map(Self::Difference)
        } else if let Some(date) = &doc.days_since {
            c.at("days_since", |c| Since::check(date, Span::Days, c)).map(Self::Since)
        } else if let Some(date) = &doc.years_since {
            c.at("years_since", |c| Since::check(date, Span::Years, c)).map(Self::Since)
        } else if let Some(mean) = &doc.per_year {
            c.at("per_year", |c| PerYear::check(mean, c)).map(Self::PerYear)
        } else if let Some(growth) = &doc.step_growth {
            c.at("step_growth", |c| StepGrowth::check(growth, c)).map(Self::StepGrowth)
        } else if let Some((years, how)) = years {
            c.at(how.key(), |c| OverYears::check(years, how, c)).map(Self::OverYears)
        } else if let Some(ratio) = &doc.ratio {
            c.at("ratio", |c| Ratio::check(ratio, c)).map(Self::Ratio)
        } else if let Some(growth) = &doc.growth {
            c.at("growth", |c| GrowthQuantity::check(growth, c)).map(Self::Growth)
        } else {
            let among = doc.count_of.as_ref()?;
            c.at("count_of", |c| CountOf::check(among, c)).map(Self::CountOf)
        }
    }

    /// Unit of the quantity's value.
    pub fn unit(&self) -> Unit {
        match self {
            Self::Fact(fact) => fact.unit,
            Self::Sum(sum) => sum.unit(),
            Self::Difference(difference) => difference.of.unit(),
            Self::Since(since) => since.unit(),
            Self::PerYear(mean) => mean.of.unit(),
            Self::OverYears(years) => years.of.unit(),
            Self::Ratio(_) | Self::Growth(_) | Self::StepGrowth(_) => Unit::Percent,
            Self::CountOf(_) => Unit::Count,
        }
    }

    /// Least and greatest value in millionths of a number of the dossier.
    pub(crate) fn bounds(&self, terms: &Terms) -> Option<(i64, i64)> {
        match self {
            Self::Fact(fact) => terms.term(fact.fact).map(Term::bounds),
            // At least a year, so no more than the whole.
            Self::PerYear(mean) => mean.of.bounds(terms).filter(|(least, _)| *least >= 0),
            _ => None,
        }
    }

    /// Its value in the answers's period.
    pub(crate) fn measure(&self, answers: &Answers<'_>) -> Measured {
        match self {
            Self::Growth(growth) => growth.measure(answers),
            other => other.fraction(answers).map(Magnitude::Exact),
        }
    }

    /// Its value as a fraction. Compound growth has none; the checker keeps it out of sums and ratios.
    fn fraction(&self, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        match self {
            Self::Fact(fact) => fact.fraction(answers),
            Self::Sum(sum) => sum.fraction(answers),
            Self::Difference(difference) => difference.fraction(answers),
            Self::Since(since) => since.fraction(answers),
            Self::PerYear(mean) => mean.fraction(answers),
            Self::StepGrowth(growth) => growth.fraction(answers),
            Self::OverYears(years) => years.fraction(answers),
            Self::Ratio(ratio) => ratio.fraction(answers),
            Self::CountOf(count) => count.fraction(answers),
            Self::Growth(growth) => match growth.measure(answers)? {
                Magnitude::Exact(value) => Ok(value),
                Magnitude::Compound(_) => Err(Cause::ZeroDenominator),
            },
        }
    }

    /// Calls `f` with every fact and how many periods back it is read.
    pub(crate) fn each_fact(&self, years_ago: u8, f: &mut dyn FnMut(FactIx, u8)) {
        match self {
            Self::Fact(fact) => f(fact.fact, years_ago.saturating_add(fact.years_ago)),
            Self::Sum(sum) => sum.parts.iter().for_each(|part| part.each_fact(years_ago, f)),
            Self::Difference(difference) => {
                difference.of.each_fact(years_ago, f);
                difference.less.each_fact(years_ago, f);
            }
            Self::Since(since) => f(since.fact, 0),
            Self::PerYear(mean) => {
                mean.of.each_fact(years_ago, f);
                f(mean.since, 0);
            }
            Self::OverYears(OverYears { of, last, since, .. })
            | Self::StepGrowth(StepGrowth { of, last, since }) => {
                (0..*last).for_each(|i| of.each_fact(years_ago.saturating_add(i), f));
                since.iter().for_each(|since| f(*since, 0));
            }
            Self::Ratio(ratio) => {
                ratio.of.each_fact(years_ago, f);
                ratio.to.each_fact(years_ago, f);
            }
            Self::Growth(growth) => {
                growth.periods().for_each(|i| f(growth.fact, years_ago.saturating_add(i)));
            }
            Self::CountOf(count) => f(count.fact, 0),
        }
    }

    /// Its name with the period that its facts are of: 上年度营业收入. The period is left out where a heading
    /// says it, and where the facts are of several.
    pub(crate) fn subject(&self, words: &Names<'_>) -> String {
        let name = self.name(words);
        let Some((zh, en)) = self.period(words.terms()).filter(|_| !words.are_years_said()) else {
            return name;
        };
        words.either(|| format!("{zh}{name}"), || format!("{name}, {en}"))
    }

    /// The one period that all of its facts are of; `None` where there are several or none.
    fn period(&self, terms: &Terms) -> Option<(&'static str, &'static str)> {
        let mut found = Vec::new();
        self.each_fact(0, &mut |fact, back| {
            found.extend(terms.term(fact).and_then(|term| term.period()).map(|period| (period, back)));
        });
        found.dedup();
        match found.as_slice() {
            [(FactPeriod::Year, 0)] => Some(("上年度", "last year")),
            [(FactPeriod::YearEnd, 0)] => Some(("上年末", "end of last year")),
            [(FactPeriod::ApplicationYear, 0)] => Some(("本年度", "this year")),
            [(_, 1)] => Some(("再前一年", "the year before")),
            _ => None,
        }
    }

    /// Calls `f` with every fact that is read of this dossier and how many periods back: of the periods that
    /// a date decides, those that count, or all while it is unknown.
    pub(crate) fn each_read(&self, answers: &Answers<'_>, f: &mut dyn FnMut(FactIx, u8)) {
        match self {
            Self::Sum(sum) => sum.parts.iter().for_each(|part| part.each_read(answers, f)),
            Self::Difference(difference) => {
                difference.of.each_read(answers, f);
                difference.less.each_read(answers, f);
            }
            Self::Ratio(ratio) => {
                ratio.of.each_read(answers, f);
                ratio.to.each_read(answers, f);
            }
            Self::PerYear(mean) => {
                mean.of.each_read(answers, f);
                f(mean.since, 0);
            }
            Self::OverYears(OverYears { of, last, since, .. })
            | Self::StepGrowth(StepGrowth { of, last, since }) => {
                let years = match answers.fiscal_years(*since, *last) {
                    Ok(years) => years,
                    Err(Cause::NoFullYear) => 0,
                    Err(_) => *last,
                };
                (0..years).for_each(|i| of.each_read(&answers.years_back(i), f));
                since.iter().for_each(|since| f(*since, 0));
            }
            Self::Fact(_) | Self::Since(_) | Self::Growth(_) | Self::CountOf(_) => {
                self.each_fact(answers.years_ago, f);
            }
        }
    }

    /// Its name for a reader, without years.
    pub(crate) fn name(&self, words: &Names<'_>) -> String {
        match self {
            Self::Fact(fact) => words.term(fact.fact),
            Self::Sum(sum) => sum.name(words),
            Self::Difference(difference) => difference.name(words),
            Self::Since(since) => since.name(words),
            Self::PerYear(mean) => mean.name(words),
            Self::StepGrowth(growth) => growth.name(words),
            Self::OverYears(years) => years.name(words),
            Self::Ratio(ratio) => ratio.name(words),
            Self::Growth(growth) => growth.name(words),
            Self::CountOf(count) => words.term(count.fact),
        }
    }
}

/// Reads a literal and makes sure it has the unit of what it is compared with.
pub(crate) fn check_literal(text: &str, unit: Unit, c: &mut Checker<'_>) -> Option<Literal> {
    let Ok(literal) = Literal::parse(text) else {
        let zh = format!("“{text}”不是带单位的数（例如 1200万元、3%、4项、3年、60分、365天）");
        let en = format!("“{text}” is no number with its unit (such as 1200万元, 3%, 4项, 3年, 60分, 365天)");
        return c.fail(Code::UnitMismatch, (zh, en));
    };
    if literal.unit() != unit {
        let en = format!("“{text}” has another unit than what it is compared with");
        return c.fail(Code::UnitMismatch, (format!("“{text}”的单位与所比较的数量不同"), en));
    }
    if !is_plausible(literal) {
        let en = format!("“{text}” is beyond all reason");
        c.report(Code::Implausible, (format!("“{text}”的大小不合常理"), en));
    }
    Some(literal)
}

/// Thresholds of real notices lie far within these bounds; a slipped unit lies outside.
const fn is_plausible(literal: Literal) -> bool {
    const MILLION: i64 = crate::base::number::MILLION;
    let greatest = match literal.unit() {
        Unit::Money => 1_000_000,
        Unit::Percent => 200,
        Unit::Points => 100,
        Unit::Years | Unit::Rank => 100,
        Unit::Count | Unit::Days => 10_000,
    };
    literal.micros().unsigned_abs() <= MILLION.saturating_mul(greatest).unsigned_abs()
}
