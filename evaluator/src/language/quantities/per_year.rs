//! `per_year`: a quantity over the whole years since a date, at most some.

use super::Quantity;
use crate::{
    base::{
        compact::compact,
        fact_kind::FactKind,
        number::{Fraction, Unit},
    },
    language::{
        answers::Answers, cause::Cause, checker::Checker, diagnostics::Code, terms::FactIx, words::Names,
    },
    written::PerYearDoc,
};

/// A yearly mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerYear {
    /// What is divided.
    pub of: Box<Quantity>,
    /// The date from which whole years count.
    pub since: FactIx,
    /// The most years, 2 to 4.
    pub last: u8,
}

compact!(struct PerYear { of, since, last });

impl PerYear {
    pub(super) fn check(doc: &PerYearDoc, c: &mut Checker<'_>) -> Option<Self> {
        let of = c.at("of", |c| Quantity::check(&doc.of, c));
        let since = c.fact_at("since", &doc.since, FactKind::Date);
        if !(2..=4).contains(&doc.last) {
            return c.at("last", |c| c.fail(Code::Constant, "年数应为 2 到 4"));
        }
        let (of, (since, _)) = (of?, since?);
        if of.unit() == Unit::Percent {
            return c.at("of", |c| c.fail(Code::UnitMismatch, "百分比不能按年平均"));
        }
        Some(Self { of: Box::new(of), since, last: doc.last })
    }

    pub(super) fn fraction(&self, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        let of = self.of.fraction(answers)?;
        self.years(answers).map(|years| of.over(years))
    }

    /// By how many years it is divided.
    fn years(&self, answers: &Answers<'_>) -> Result<u8, Cause> {
        match answers.dossier.years_since(self.since).ok_or(Cause::missing(self.since))? {
            0 => Err(Cause::NoFullYear),
            years => Ok(years.min(self.last)),
        }
    }

    pub(super) fn name(&self, words: &Names<'_>) -> String {
        let of = self.of.name(words);
        words.either(|| format!("{of}的年平均"), || format!("{of}, yearly mean"))
    }
}
