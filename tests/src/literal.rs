//! Literals with a unit, as whole millionths.

/// Millionths of one unit.
pub const MILLION: i128 = 1_000_000;

const UNITS: [&str; 9] = ["万元", "亿元", "%", "分", "年", "名", "项", "人", "天"];

/// A literal of the rule-pack language; 亿元 are read as 万元.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Literal {
    /// How many millionths of the unit.
    pub millionths: i128,
    /// The unit as it is written.
    pub unit: &'static str,
}

impl Literal {
    /// Reads a literal; nothing for any other text.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let unit = *UNITS.iter().find(|unit| text.ends_with(*unit))?;
        let millionths = read_decimal(text.strip_suffix(unit)?)?;
        Some(if unit == "亿元" {
            Self { millionths: millionths.checked_mul(10_000)?, unit: "万元" }
        } else {
            Self { millionths, unit }
        })
    }

    /// The literal that many of its smallest steps away: a 分 of money, a ten-thousandth of a percent (no
    /// literal has more decimals), a millionth of a year, otherwise one.
    #[must_use]
    pub fn stepped(self, steps: i128) -> Self {
        let step = match self.unit {
            "万元" | "年" => 1,
            "%" => 100,
            _ => MILLION,
        };
        Self { millionths: self.millionths + steps * step, ..self }
    }

    /// The literal as the language writes it.
    #[must_use]
    pub fn written(self) -> String {
        format!("{}{}", write_decimal(self.millionths), self.unit)
    }
}

/// The millionths of a decimal string with at most six decimals.
#[must_use]
pub fn read_decimal(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (integer, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !numeric(integer) || !numeric(fraction) || fraction.len() > 6 {
        return None;
    }
    let magnitude: i128 = format!("{integer}{fraction:0<6}").parse().ok()?;
    Some(if text.starts_with('-') { -magnitude } else { magnitude })
}

/// The shortest decimal string of a number of millionths.
#[must_use]
pub fn write_decimal(millionths: i128) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let digits = format!("{:07}", millionths.unsigned_abs());
    let (integer, fraction) = digits.split_at(digits.len() - 6);
    let joined = format!("{sign}{integer}.{fraction}");
    joined.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Literal, read_decimal, write_decimal};

    #[test]
    fn a_literal_steps_on_the_lattice_of_its_unit() {
        let rows = [
            ("1亿元", "10000.000001万元", "9999.999999万元"),
            ("3%", "3.0001%", "2.9999%"),
            ("0%", "0.0001%", "-0.0001%"),
            ("2.5分", "3.5分", "1.5分"),
            ("3年", "3.000001年", "2.999999年"),
            ("5项", "6项", "4项"),
            ("3名", "4名", "2名"),
        ];
        for (text, up, down) in rows {
            let stepped = |steps| Literal::read(text).map(|literal| literal.stepped(steps).written());
            assert_eq!((stepped(1).as_deref(), stepped(-1).as_deref()), (Some(up), Some(down)));
        }
    }

    #[test]
    fn other_texts_are_no_literals() {
        for text in ["", "万元", "1200", "2021-04-19", "近2年", "第3名", "3 %"] {
            assert_eq!(Literal::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_decimal_is_read_back_as_written() {
        for text in ["0", "-0.25", "8600.5", "0.000001"] {
            assert_eq!(read_decimal(text).map(write_decimal).as_deref(), Some(text));
        }
        assert_eq!(read_decimal("0.0000001"), None);
    }
}
