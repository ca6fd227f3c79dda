//! `sum_years` and `mean_years`: a quantity over the last periods.

use super::Quantity;
use crate::{
    base::{
        compact::compact,
        fact_kind::FactKind,
        number::{Fraction, Unit},
    },
    language::{
        answers::Answers,
        cause::Cause,
        checker::{Checker, optional},
        diagnostics::Code,
        terms::FactIx,
        words::Names,
    },
    written::OverYearsDoc,
};

/// Sum or mean over periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverYears {
    /// Which of the two.
    pub how: YearsHow,
    /// How many periods, 2 to 4.
    pub last: u8,
    /// Quantity that is summed over the years.
    pub of: Box<Quantity>,
    /// The date from whose fiscal year on periods count.
    pub since: Option<FactIx>,
}

compact!(struct OverYears { how, last, of, since });

/// Sum or mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearsHow {
    /// `sum_years`
    Sum,
    /// `mean_years`
    Mean,
}

compact!(
    enum YearsHow {
        Sum,
        Mean,
    }
);

impl YearsHow {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Sum => "sum_years",
            Self::Mean => "mean_years",
        }
    }
}

impl OverYears {
    pub(super) fn check(doc: &OverYearsDoc, how: YearsHow, c: &mut Checker<'_>) -> Option<Self> {
        let since = check_since(doc, c)?;
        let of = c.in_years(doc.last, |c| c.at("of", |c| Quantity::check(&doc.of, c)))?;
        if of.unit() == Unit::Percent {
            return c.fail(Code::UnitMismatch, "百分比不能跨年相加或平均");
        }
        Some(Self { how, last: doc.last, of: Box::new(of), since })
    }

    pub(super) fn fraction(&self, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        let years = answers.fiscal_years(self.since, self.last)?;
        let sum = (0..years)
            .try_fold(Fraction::whole(0), |sum, i| Ok(sum.plus(self.of.fraction(&answers.years_back(i))?)))?;
        Ok(match self.how {
            YearsHow::Sum => sum,
            YearsHow::Mean => sum.over(years),
        })
    }

    pub(super) fn name(&self, words: &Names<'_>) -> String {
        let of = self.of.name(words);
        match self.how {
            YearsHow::Sum => words.either(
                || format!("{of}近{}年合计", words.years_word(self.last)),
                || format!("{of}, total of {} years", self.last),
            ),
            YearsHow::Mean => words.either(
                || format!("{of}近{}年平均", words.years_word(self.last)),
                || format!("{of}, mean of {} years", self.last),
            ),
        }
    }
}

/// The date from whose fiscal year on periods count, if one is named; `None` after reporting what is wrong.
pub(super) fn check_since(doc: &OverYearsDoc, c: &mut Checker<'_>) -> Option<Option<FactIx>> {
    let since = doc.since.as_ref().map(|id| c.fact_at("since", id, FactKind::Date).map(|(fact, _)| fact));
    optional(since)
}
