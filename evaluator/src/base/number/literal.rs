//! Numbers that carry their unit: `"1200万元"`, `"3%"`, `"4项"`, `"3年"`, `"60分"`, `"3名"`.

use super::{DecimalError, MILLION, Unit, format_micros, parse_micros};
use crate::base::{compact::compact, text::Lang};
use std::fmt;

/// A threshold, band edge or score of a pack. Percent is kept as a ratio over 10⁶, all else over 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Literal {
    unit: Unit,
    micros: i64,
    /// Whether it counts people, which have a word of their own.
    people: bool,
}

compact!(struct Literal { unit, micros, people });

/// Why a string is not a literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiteralError {
    /// No unit that is known.
    NoUnit,
    /// The number before the unit cannot be read.
    Number(DecimalError),
    /// Beyond the bounds of its unit, not whole where it must be, or too fine a percentage.
    OutOfRange,
}

/// Suffix, unit, and the power of ten that brings the number to the unit.
const SUFFIXES: [(&str, Unit, i32); 9] = [
    ("亿元", Unit::Money, 4),
    ("万元", Unit::Money, 0),
    ("%", Unit::Percent, 0),
    ("分", Unit::Points, 0),
    ("年", Unit::Years, 0),
    ("项", Unit::Count, 0),
    (PEOPLE, Unit::Count, 0),
    ("名", Unit::Rank, 0),
    ("天", Unit::Days, 0),
];

/// The word after a number of people.
const PEOPLE: &str = "人";

/// Percent literals keep four decimals, so that products of growth comparisons stay in range.
const PERCENT_STEP: i64 = 100;

impl Literal {
    /// Reads a literal.
    ///
    /// # Errors
    /// When the unit is missing, the number malformed, or the value out of bounds.
    pub fn parse(text: &str) -> Result<Self, LiteralError> {
        let (digits, (suffix, unit, exponent)) = SUFFIXES
            .iter()
            .find_map(|row| Some((text.strip_suffix(row.0)?, *row)))
            .ok_or(LiteralError::NoUnit)?;
        let micros = parse_micros(digits, exponent).map_err(LiteralError::Number)?;
        let literal = Self { unit, micros, people: suffix == PEOPLE };
        literal.in_range().then_some(literal).ok_or(LiteralError::OutOfRange)
    }

    /// Points as a literal, for results.
    pub const fn points(micros: i64) -> Self {
        Self { unit: Unit::Points, micros, people: false }
    }

    /// The literal times a factor.
    pub(crate) const fn times(self, factor: i64) -> Self {
        Self { micros: self.micros.saturating_mul(factor), ..self }
    }

    const fn in_range(self) -> bool {
        let whole = self.micros.wrapping_rem(MILLION) == 0;
        match self.unit {
            Unit::Percent => {
                self.micros.wrapping_rem(PERCENT_STEP) == 0 && self.micros.unsigned_abs() <= 1_000_000_000
            }
            Unit::Money => self.micros.unsigned_abs() <= 1_000_000_000_000_000,
            Unit::Points | Unit::Years => 0 <= self.micros && self.micros <= 1_000_000_000,
            Unit::Count | Unit::Rank | Unit::Days => {
                0 <= self.micros && self.micros <= 100_000_000_000_000 && whole
            }
        }
    }

    /// Unit that the number is written with.
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// Millionths of the unit.
    pub const fn micros(self) -> i64 {
        self.micros
    }

    /// Numerator of the value that quantities are compared with.
    pub fn num(self) -> i64 {
        match self.unit {
            Unit::Percent => self.micros.checked_div(PERCENT_STEP).unwrap_or(0),
            _ => self.micros,
        }
    }

    /// Denominator of the value that quantities are compared with.
    pub const fn den(self) -> i64 {
        match self.unit {
            Unit::Percent => MILLION,
            _ => 1,
        }
    }

    /// Its unit as rule files write it.
    const fn word(self) -> &'static str {
        match self.unit {
            Unit::Money => "万元",
            Unit::Percent => "%",
            Unit::Points => "分",
            Unit::Years => "年",
            Unit::Count if self.people => PEOPLE,
            Unit::Count => "项",
            Unit::Rank => "名",
            Unit::Days => "天",
        }
    }

    /// Number and unit for a reader.
    pub fn display(self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("{self}{}", self.word()),
            Lang::En => self.figure(&self.to_string(), lang),
        }
    }

    /// Another number with its unit for a reader.
    pub(crate) fn figure(self, number: &str, lang: Lang) -> String {
        format!("{number}{}", self.unit.suffix(number, self.people, lang))
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format_micros(i128::from(self.micros)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_read() {
        for (text, unit, number) in [
            ("1200万元", Unit::Money, "1200"),
            ("1亿元", Unit::Money, "10000"),
            ("3%", Unit::Percent, "3"),
            ("60分", Unit::Points, "60"),
            ("3年", Unit::Years, "3"),
            ("300人", Unit::Count, "300"),
            ("3名", Unit::Rank, "3"),
        ] {
            let literal = Literal::parse(text).unwrap();
            assert_eq!((literal.unit(), literal.to_string().as_str()), (unit, number));
        }
    }

    #[test]
    fn literals_out_of_bounds_are_refused() {
        assert_eq!(Literal::parse("1200"), Err(LiteralError::NoUnit));
        assert_eq!(Literal::parse("约3%"), Err(LiteralError::Number(DecimalError::NotANumber)));
        for wrong in ["1001%", "0.00001%", "1.5项", "-1年", "2000000000万元"] {
            assert_eq!(Literal::parse(wrong), Err(LiteralError::OutOfRange), "{wrong}");
        }
    }
}
