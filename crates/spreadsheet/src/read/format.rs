//! Number formats of workbooks: what a cell shows of the number that it holds.

use crate::unit::{self, Money, money};
use calamine::Style;

/// What a number format makes of a number, beyond its digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Format {
    /// Shown a hundred times as large, with a percent sign.
    percent: bool,
    /// Powers of ten that are taken off: a comma behind the digits takes three.
    scale: i8,
    /// Words behind or before the digits that matter: a unit of money, a percent sign, another currency.
    words: &'static str,
}

/// Formats that are the system's own; those in currency follow the country of the computer.
const FIRST_OF_ONES_OWN: u32 = 164;

impl Format {
    /// The format of a cell's style; `None` where the number is shown as it is.
    pub(super) fn of(style: &Style) -> Option<Self> {
        let format = style.number_format.as_ref()?;
        let read = Self::read(&format.format_code, format.format_id.is_none_or(|id| id >= FIRST_OF_ONES_OWN));
        (read != Self::default()).then_some(read)
    }

    /// Reads the part for positive numbers of a format's code.
    fn read(code: &str, is_own: bool) -> Self {
        let mut parts = Parts::default();
        parts.read(code);
        let words = match money(&parts.words) {
            Some(Money::Yuan(power)) => unit::name(power),
            Some(Money::Foreign) if is_own => "（外币）",
            _ if parts.words.contains(['%', '％']) => "%",
            _ => "",
        };
        Self { percent: parts.percent, scale: parts.thousands * 3 + parts.behind_point, words }
    }

    /// The number as its cell shows it, without rounding.
    pub(super) fn show(&self, digits: &str) -> String {
        let power = if self.percent { 2 } else { 0 } - self.scale;
        let moved = unit::shift(digits, power).unwrap_or_else(|| digits.to_owned());
        format!("{moved}{}", if self.percent { "%" } else { self.words })
    }
}

/// The code of a format taken apart.
#[derive(Default)]
struct Parts {
    percent: bool,
    thousands: i8,
    /// Digits behind a point that is only a sign: `0!.0` shows 123 as 12.3.
    behind_point: i8,
    words: String,
    seen_digit: bool,
    seen_sign: bool,
    seen_point: bool,
}

impl Parts {
    fn read(&mut self, code: &str) {
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c {
                ';' => return,
                '"' => chars.by_ref().take_while(|c| *c != '"').for_each(|c| self.literal(c)),
                '\\' | '!' => chars.next().into_iter().for_each(|c| self.literal(c)),
                '_' | '*' => drop(chars.next()),
                '[' => self.bracket(&chars.by_ref().take_while(|c| *c != ']').collect::<String>()),
                '0' | '#' | '?' => self.digit(),
                '.' => (self.seen_point, self.thousands) = (true, 0),
                ',' if self.seen_digit => self.thousands = self.thousands.saturating_add(1).min(3),
                '%' => self.percent = true,
                c => self.words.push(c),
            }
        }
    }

    /// A comma before a digit only groups digits.
    fn digit(&mut self) {
        (self.seen_digit, self.thousands) = (true, 0);
        if self.seen_sign && !self.seen_point {
            self.behind_point = self.behind_point.saturating_add(1).min(9);
        }
    }

    fn literal(&mut self, c: char) {
        if c == '.' && self.seen_digit {
            self.seen_sign = true;
        } else {
            self.words.push(c);
        }
    }

    /// `[$¥-804]` is a currency; colours and conditions are not shown.
    fn bracket(&mut self, inside: &str) {
        if let Some(currency) = inside.strip_prefix('$') {
            self.words.push_str(currency.split('-').next().unwrap_or(""));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_number_is_read_as_its_cell_shows_it() {
        for (code, number, shown) in [
            ("General", "12000000", "12000000"),
            ("#,##0.00", "12000000", "12000000"),
            ("#,##0.00\"元\"", "12000000", "12000000元"),
            ("#,##0.00\\元", "12000000", "12000000元"),
            ("#,##0.00元", "12000000", "12000000元"),
            ("#,##0.00\"万元\"", "1200", "1200万元"),
            ("0!.0,\"万元\"", "12000000", "1200万元"),
            ("0\".\"0,\"万元\"", "12000000", "1200万元"),
            ("#,##0.00,\"千元\"", "12000000", "12000千元"),
            ("#,##0,,\"百万元\"", "12000000", "12百万元"),
            ("0!.00,,\"亿元\"", "120000000", "1.2亿元"),
            ("#,##0,", "12000000", "12000"),
            ("\"¥\"#,##0.00", "8600.5", "8600.5"),
            ("[$¥-804]#,##0.00", "8600.5", "8600.5"),
            ("_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "8600.5", "8600.5"),
            ("[$¥-804]#,##0.00\"元\";[Red]-#,##0.00", "-8600.5", "-8600.5元"),
            ("0.0%", "0.125", "12.5%"),
            ("0%", "0.035", "3.5%"),
            ("0.00\"%\"", "12.5", "12.5%"),
            ("0.00\\%", "12.5", "12.5%"),
            ("[$$-409]#,##0.00", "8600.5", "8600.5（外币）"),
            ("#,##0\"人\"", "60", "60"),
            ("[DBNum1]General", "60", "60"),
            ("[>=10000]0!.0,\"万元\";0\"元\"", "12000000", "1200万元"),
        ] {
            assert_eq!(Format::read(code, true).show(number), shown, "{code}");
        }
        // Excel's own currency is that of the country.
        assert_eq!(Format::read("_($* #,##0.00_)", false).show("5"), "5");
    }
}
