//! Dates of the calendar, written `YYYY-MM-DD`.

use serde_json::Value;

/// Whether a day lies in `{from, to?}`; dates in this form compare as text.
pub(crate) fn within(span: &Value, day: &str) -> bool {
    let begun = span["from"].as_str().is_some_and(|from| from <= day);
    let ended = span["to"].as_str().is_some_and(|to| to < day);
    begun && !ended
}

/// The year of a date that exists.
pub(crate) fn year_of(date: &str) -> Result<i64, String> {
    let wrong = || format!("日期「{date}」应写作 YYYY-MM-DD");
    let shaped = date.len() == 10
        && date.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shaped {
        return Err(wrong());
    }
    let part = |range| date.get(range).and_then(|digits: &str| digits.parse::<i64>().ok());
    let parts = part(0..4).zip(part(5..7)).zip(part(8..10));
    let ((year, month), day) = parts.ok_or_else(wrong)?;
    if (1..=days(year, month)).contains(&day) { Ok(year) } else { Err(wrong()) }
}

/// Calendar days from one day to another, both of which exist.
pub(crate) fn days_between(from: &str, to: &str) -> i64 {
    day_number(to) - day_number(from)
}

/// Whole years from one day to another, both of which exist.
pub(crate) fn years_between(from: &str, to: &str) -> i64 {
    let years = number(to, 0..4) - number(from, 0..4);
    if to.get(4..) < from.get(4..) { years - 1 } else { years }
}

/// Days from the first of January of year 0 on.
fn day_number(date: &str) -> i64 {
    let (year, month, day) = (number(date, 0..4), number(date, 5..7), number(date, 8..10));
    let years: i64 = (0..year).map(|year| (1..=12).map(|month| days(year, month)).sum::<i64>()).sum();
    years + (1..month).map(|month| days(year, month)).sum::<i64>() + day
}

fn number(date: &str, range: std::ops::Range<usize>) -> i64 {
    date.get(range).and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

fn days(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}
