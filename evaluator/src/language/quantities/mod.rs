//! Quantities (docs/language.md §7): one file per kind, each with its check, its value and its words.

mod count_of;
mod fact;
mod growth;
mod over_years;
mod ratio;
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
pub use fact::FactQuantity;
pub use growth::GrowthQuantity;
pub use over_years::{OverYears, YearsHow};
pub use ratio::Ratio;
pub use sum::Sum;

/// What can be measured of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A number of the dossier.
    Fact(FactQuantity),
    /// A sum of quantities.
    Sum(Sum),
    /// Sum or mean over periods.
    OverYears(OverYears),
    /// One quantity over another.
    Ratio(Ratio),
    /// Growth of a fact.
    Growth(GrowthQuantity),
    /// How many of some a set has.
    CountOf(CountOf),
}

compact!(
    enum Quantity {
        Fact(inner),
        Sum(inner),
        OverYears(inner),
        Ratio(inner),
        Growth(inner),
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
            doc.sum_years.is_some(),
            doc.mean_years.is_some(),
            doc.ratio.is_some(),
            doc.growth.is_some(),
            doc.count_of.is_some(),
        ];
        let one = fields.iter().filter(|field| **field).count() == 1;
        if !one || (doc.years_ago.is_some() && doc.fact.is_none()) {
            return c.fail(
                Code::Malformed,
                "数量应恰好写一种：fact、sum、sum_years、mean_years、ratio、growth 或 count_of",
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
            Self::OverYears(years) => years.of.unit(),
            Self::Ratio(_) | Self::Growth(_) => Unit::Percent,
            Self::CountOf(_) => Unit::Count,
        }
    }

    /// Least and greatest value in millionths of a number of the dossier.
    pub(crate) fn bounds(&self, terms: &Terms) -> Option<(i64, i64)> {
        let Self::Fact(fact) = self else { return None };
        terms.term(fact.fact).map(Term::bounds)
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
            Self::OverYears(years) => {
                (0..years.last).for_each(|i| years.of.each_fact(years_ago.saturating_add(i), f));
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

    /// Its name for a reader, without years.
    pub(crate) fn name(&self, words: &Names<'_>) -> String {
        match self {
            Self::Fact(fact) => words.term(fact.fact),
            Self::Sum(sum) => sum.name(words),
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
        return c.fail(
            Code::UnitMismatch,
            &format!("“{text}”不是带单位的数（例如 1200万元、3%、4项、3年、60分）"),
        );
    };
    if literal.unit() != unit {
        return c.fail(Code::UnitMismatch, &format!("“{text}”的单位与所比较的数量不同"));
    }
    if !is_plausible(literal) {
        c.report(Code::Implausible, &format!("“{text}”的大小不合常理"));
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
        Unit::Count => 10_000,
    };
    literal.micros().unsigned_abs() <= MILLION.saturating_mul(greatest).unsigned_abs()
}
