//! Headings 「表头」: which answer a column holds, whatever it is called.

mod aliases;
mod index;
mod parts;

pub(crate) use index::Headings;
pub(crate) use parts::year_alone;

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

/// A heading that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// What the column holds.
    pub(crate) target: Target,
    /// The unit that bare numbers of the column have; empty for the fact's own.
    pub(crate) unit: &'static str,
}
