//! Which year a statement is of, and whether it covers all of it.

use crate::clean::folded;

/// The period that a table states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// Its year.
    pub(super) year: i16,
    /// How much of it.
    pub(super) span: Span,
}

/// How much of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// All of it, or its end.
    Year,
    /// Until the end of December, or December alone: columns tell which.
    December,
    /// Less than a year.
    Part,
    /// A period that the statement does not say.
    Unsaid,
}

/// The period that a text states: 2025年度, 2025年12月31日, 2025年1-6月, 2025-01-01至2025-12-31.
pub(super) fn period(text: &str) -> Option<Period> {
    let text = folded(text);
    let at = year_at(&text)?;
    let year = text.get(at..at + 4)?.parse().ok()?;
    let behind = text.get(at + 4..)?;
    Some(Period { year, span: span(behind, year) })
}

/// Where four digits of a year stand.
fn year_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).find(|from| {
        let alone =
            (*from == 0 || !is_digit(from - 1)) && (*from..from + 4).all(is_digit) && !is_digit(from + 4);
        alone && text.get(*from..from + 2).is_some_and(|century| matches!(century, "19" | "20"))
    })
}

fn span(behind: &str, year: i16) -> Span {
    const PARTS: [&str; 9] = ["季", "半年", "上半年", "一季", "二季", "三季", "中期", "q", "月报"];
    let months = months(behind, year);
    let whole = behind.starts_with("年度")
        || behind.starts_with("年报")
        || behind.starts_with("年末")
        || behind.starts_with("年全年");
    if PARTS.iter().any(|word| behind.contains(word)) && months.is_empty() {
        return Span::Part;
    }
    match months.as_slice() {
        [] if whole => Span::Year,
        [] => Span::Unsaid,
        [first, .., last] => {
            if (*first, *last) == (1, 12) {
                Span::Year
            } else {
                Span::Part
            }
        }
        [12] if behind.contains("31") => Span::Year,
        [12] => Span::December,
        [_] => Span::Part,
    }
}

/// The months that stand behind a year, such as 1 and 12 of 年1月至12月.
fn months(behind: &str, year: i16) -> Vec<u8> {
    let year = year.to_string();
    let text = behind.replace(&year, "~").replace("年", "~");
    let mut numbers: Vec<(u8, char)> = Vec::new();
    let mut digits = String::new();
    for c in text.chars().chain(['$']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        numbers.extend(digits.parse().ok().filter(|_| digits.len() <= 2).map(|number| (number, c)));
        digits.clear();
    }
    // A month, or the first of a span of months, stands before 月, a sign or 至; a day before 日 or nothing.
    let is_month =
        |(number, behind): &(u8, char)| (1..=12).contains(number) && "月-/.至~到期".contains(*behind);
    let dashed = text.starts_with(['-', '/', '.']);
    let mut months: Vec<u8> =
        numbers.iter().filter(|found| is_month(found)).map(|(number, _)| *number).collect();
    if dashed && numbers.len() == 4 {
        // 2025-01-01 至 2025-12-31
        months = numbers.iter().step_by(2).map(|(number, _)| *number).collect();
    } else if dashed {
        months = numbers.first().map(|(number, _)| *number).into_iter().collect();
    }
    months
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_their_parts_are_told_apart() {
        for (text, year, span) in [
            ("2025年度", 2025, Span::Year),
            ("2025年12月31日", 2025, Span::Year),
            ("2025-12-31", 2025, Span::Year),
            ("编制期间：2025年1月至12月", 2025, Span::Year),
            ("2025年1-12月", 2025, Span::Year),
            ("所属期：2025-01-01 至 2025-12-31", 2025, Span::Year),
            ("2025年1月1日至2025年12月31日", 2025, Span::Year),
            ("2025年12月", 2025, Span::December),
            ("2025年6月30日", 2025, Span::Part),
            ("2025年1-6月", 2025, Span::Part),
            ("2025-01-01至2025-09-30", 2025, Span::Part),
            ("2025年第三季度", 2025, Span::Part),
            ("2025年上半年", 2025, Span::Part),
            ("2025年11月", 2025, Span::Part),
            ("2025年", 2025, Span::Unsaid),
            ("2024年末", 2024, Span::Year),
        ] {
            assert_eq!(period(text), Some(Period { year, span }), "{text}");
        }
        assert_eq!(period("利润表"), None);
    }
}
