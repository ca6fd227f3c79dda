//! Days as numbers that sort: 20260501.

use std::fmt;

/// A day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u32);

impl Day {
    /// Reads `2026-05-01`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let is_day = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if !is_day || digits.len() != 8 {
            return None;
        }
        Self::from_number(digits.parse().ok()?)
    }

    /// The day of a number such as 20260501.
    pub const fn from_number(number: u32) -> Option<Self> {
        let (month, day) = (number / 100 % 100, number % 100);
        let is_day = number >= 10_000_000 && number < 100_000_000 && month >= 1 && month <= 12;
        if is_day && day >= 1 && day <= 31 { Some(Self(number)) } else { None }
    }

    /// The number, such as 20260501.
    pub const fn number(self) -> u32 {
        self.0
    }

    /// The year.
    pub const fn year(self) -> u32 {
        self.0 / 10_000
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.0 / 100 % 100, self.0 % 100)
    }
}
