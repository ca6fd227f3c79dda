//! The comparisons of policy texts.

use super::{Literal, Magnitude};
use crate::base::{compact::compact, truth::Truth};
use std::cmp::Ordering;

/// The four comparisons of policy texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// ≥
    AtLeast,
    /// >
    MoreThan,
    /// ≤
    AtMost,
    /// <
    LessThan,
}

compact!(
    enum Operator {
        AtLeast,
        MoreThan,
        AtMost,
        LessThan,
    }
);

impl Operator {
    /// Whether an order of own figure to threshold satisfies it.
    pub fn accepts(self, order: Ordering) -> bool {
        match self {
            Self::AtLeast => order != Ordering::Less,
            Self::MoreThan => order == Ordering::Greater,
            Self::AtMost => order != Ordering::Greater,
            Self::LessThan => order == Ordering::Less,
        }
    }

    /// Its key in a pack.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
        }
    }

    /// Whether more is better.
    pub const fn wants_more(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan)
    }
}

/// A value and the side of it that satisfies: 「不低于 1000万元」.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Side of the bound on which values are met.
    pub operator: Operator,
    /// Number that the bound lies at.
    pub literal: Literal,
}

impl Bound {
    /// Truth for a known value.
    pub fn judge(self, value: Magnitude) -> Truth {
        Truth::settled(self.operator.accepts(value.compare(self.literal)))
    }
}
