//! Headings 「表头」: which answer a column holds, whatever it is called.

mod aliases;
mod index;
mod parts;

pub(crate) use index::Headings;
pub(crate) use parts::year_alone;

use crate::unit::Money;
use zjtx_evaluator::FactIx;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A fact without years.
    Once(FactIx),
    /// A fact in one of its years.
    Yearly(FactIx, When),
    /// The day the firm is judged on.
    AsOf,
    /// First application or renewal.
    Kind,
}

impl Target {
    /// The fact, if it is one.
    pub(crate) const fn fact(self) -> Option<FactIx> {
        match self {
            Self::Once(fact) | Self::Yearly(fact, _) => Some(fact),
            Self::AsOf | Self::Kind => None,
        }
    }
}

/// Which year a column speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// That year.
    Year(i16),
    /// Periods before the newest one of the row's day.
    Back(u8),
    /// Not said: the newest.
    Unsaid,
}

/// The unit that bare numbers of a column have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Not said.
    Unsaid,
    /// A word behind each number, such as `%`.
    Word(&'static str),
    /// Of money.
    Money(Money),
    /// Of money, in words that are not understood.
    Unknown,
}

/// A heading that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// What the column holds.
    pub(crate) target: Target,
    /// The unit of its bare numbers.
    pub(crate) unit: Unit,
}
