//! Days and terms 「有效期」 as lists write them.

use super::last_day;
use crate::Day;

/// Reads `2026-05-01`, `2026/5/1`, `2026.5.1`, `2026年5月1日`, `20260501`, with a time of day behind.
pub(super) fn day(text: &str) -> Option<Day> {
    let numbers = numbers(text);
    match numbers.as_slice() {
        [year, month, day, ..] if year.len() == 4 => built(year, month, day),
        [whole, ..] if whole.len() == 8 => built(&whole[..4], &whole[4..6], &whole[6..]),
        _ => None,
    }
}

/// A term: its first day where it states one, and its last day.
///
/// `2024-01-18至2027-01-17`, `至2027年1月17日`, `2024年—2026年` (whole years), `三年` and `3年` from `begins` on.
pub(super) fn term(text: &str, begins: Day) -> Option<(Option<Day>, Day)> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(years) = years(&plain) {
        return last_day(begins, years).map(|until| (None, until));
    }
    let numbers = numbers(&plain);
    let parts: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let days: Vec<Day> = match parts.as_slice() {
        [from, until] if from.len() == 4 && until.len() == 4 => {
            return Some((built(from, "1", "1"), built(until, "12", "31")?));
        }
        [from, until] if from.len() == 8 && until.len() == 8 => {
            [from, until].iter().filter_map(|text| day(text)).collect()
        }
        parts => parts.chunks(3).filter_map(|part| day(&part.join("-"))).collect(),
    };
    match days.as_slice() {
        [until] if parts.len() == 3 || parts.len() == 1 => Some((None, *until)),
        [from, until] if parts.len() == 6 || parts.len() == 2 => Some((Some(*from), *until)),
        _ => None,
    }
}

fn years(text: &str) -> Option<i16> {
    const WORDS: [&str; 11] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let number = text.trim_start_matches("有效期").trim_matches([':', '：']).strip_suffix('年')?;
    let word = WORDS.iter().position(|word| *word == number).and_then(|years| i16::try_from(years).ok());
    word.or_else(|| number.parse().ok()).filter(|years| (1..=50).contains(years))
}

/// Runs of digits, full-width ones among them.
fn numbers(text: &str) -> Vec<String> {
    let digit = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    let text: String = text.chars().map(digit).collect();
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

fn built(year: &str, month: &str, day: &str) -> Option<Day> {
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let date = jiff::civil::Date::new(year, month, day).ok()?;
    Day::parse(&date.to_string())
}

#[cfg(test)]
mod tests {
    use super::{day, term};
    use crate::Day;

    fn of(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn days_are_read_however_they_are_written() {
        for text in
            ["2026-05-01", "2026/5/1", "2026.5.1", "2026年5月1日", "20260501", "２０２６-05-01 00:00:00"]
        {
            assert_eq!(day(text), Some(of("2026-05-01")), "{text}");
        }
        for text in ["", "2026", "2026-13-01", "2026-02-30", "明年"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn terms_are_read_however_they_are_written() {
        let begins = of("2024-01-18");
        let until = of("2027-01-17");
        for text in ["三年", "3年", "有效期3年", "至2027年1月17日", "2027-01-17"] {
            assert_eq!(term(text, begins), Some((None, until)), "{text}");
        }
        for text in ["2024-01-18至2027-01-17", "2024.1.18-2027.1.17", "20240118-20270117"] {
            assert_eq!(term(text, begins), Some((Some(begins), until)), "{text}");
        }
        assert_eq!(term("2024年—2026年", begins), Some((Some(of("2024-01-01")), of("2026-12-31"))));
        for text in ["长期", "2024年", "2024-01-18至2027", "1-2-3-4"] {
            assert_eq!(term(text, begins), None, "{text}");
        }
    }
}
