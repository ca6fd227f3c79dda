//! `days_since`, `years_since`: days or whole years from a date to the day of the dossier.

use crate::{
    base::{
        compact::compact,
        fact_kind::FactKind,
        number::{Fraction, MILLION, Unit},
    },
    language::{answers::Answers, cause::Cause, checker::Checker, terms::FactIx, words::Names},
};

/// A length of time from a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// The date.
    pub fact: FactIx,
    /// In what it is counted.
    pub span: Span,
}

compact!(struct Since { fact, span });

/// In what a length of time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Calendar days.
    Days,
    /// Whole years.
    Years,
}

compact!(
    enum Span {
        Days,
        Years,
    }
);

impl Since {
    pub(super) fn check(id: &str, span: Span, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, _) = c.fact_of(id, FactKind::Date)?;
        Some(Self { fact, span })
    }

    pub(super) const fn unit(self) -> Unit {
        match self.span {
            Span::Days => Unit::Days,
            Span::Years => Unit::Years,
        }
    }

    pub(super) fn fraction(self, answers: &Answers<'_>) -> Result<Fraction, Cause> {
        let (from, to) = (answers.day(self.fact)?, answers.dossier.as_of());
        let length = match self.span {
            Span::Days => i128::from(from.days_until(to)),
            Span::Years => i128::from(from.years_until(to)),
        };
        Ok(Fraction::whole(length.saturating_mul(i128::from(MILLION))))
    }

    pub(super) fn name(self, words: &Names<'_>) -> String {
        let date = words.term(self.fact);
        match self.span {
            Span::Days => words.either(|| format!("自{date}起的天数"), || format!("days since {date}")),
            Span::Years => {
                words.either(|| format!("自{date}起的整年数"), || format!("whole years since {date}"))
            }
        }
    }
}
