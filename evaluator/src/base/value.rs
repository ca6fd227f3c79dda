//! Answers: the value of one fact.

use crate::base::{date::Date, number::format_micros};

/// The value of a fact, of the kind that its term asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// 是 or 否.
    Bool(bool),
    /// Millionths of the fact's unit.
    Number(i64),
    /// A place, or `None` for 无.
    Rank(Option<u32>),
    /// Position of the chosen answer.
    Choice(u8),
    /// Positions of the chosen answers as bits.
    Set(u64),
    /// A day.
    Day(Date),
    /// A city, district or industry code.
    Code(String),
    /// Free text.
    Text(String),
}

/// Places and choices are written this way where nothing applies.
pub(crate) const NONE: &str = "none";

impl Value {
    /// A yes-no answer.
    pub const fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(yes) = self { Some(*yes) } else { None }
    }

    /// The number in millionths of its unit; none for any other kind of answer.
    pub const fn as_number(&self) -> Option<i64> {
        if let Self::Number(micros) = self { Some(*micros) } else { None }
    }

    /// The code; none for any other kind of answer.
    pub const fn as_code(&self) -> Option<&str> {
        if let Self::Code(code) = self { Some(code.as_str()) } else { None }
    }

    /// A day.
    pub const fn as_day(&self) -> Option<Date> {
        if let Self::Day(day) = self { Some(*day) } else { None }
    }

    /// Number, place, day or text as dossiers write it.
    pub fn plain(&self) -> Option<String> {
        match self {
            Self::Number(micros) => Some(format_micros(i128::from(*micros))),
            Self::Rank(Some(rank)) => Some(rank.to_string()),
            Self::Rank(None) => Some(NONE.to_owned()),
            Self::Day(day) => Some(day.to_string()),
            Self::Code(text) | Self::Text(text) => Some(text.clone()),
            Self::Bool(_) | Self::Choice(_) | Self::Set(_) => None,
        }
    }
}

/// Bits of the given positions.
pub fn bits(positions: impl IntoIterator<Item = u8>) -> u64 {
    positions.into_iter().fold(0, |set, position| set | bit(position))
}

/// Bit of one position; positions of 64 and more have none.
pub fn bit(position: u8) -> u64 {
    1_u64.checked_shl(u32::from(position)).unwrap_or_default()
}
