//! Calendar dates as packs and dossiers write them: `2026-05-01`.
//!
//! Only order and the year matter to the rules, the day before to the checker, later years to advice and
//! days between to who prepares for a deadline: no clock.

use crate::base::compact::compact;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::fmt;

/// A valid day of the Gregorian calendar between 1900 and 2999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

compact!(struct Date { year, month, day });

/// Earlier years are slips.
const FIRST_YEAR: i16 = 1900;
const LAST_YEAR: i16 = 2999;

impl Date {
    /// Reads `YYYY-MM-DD`; `None` for anything else and for days that do not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year: i16 = number(parts.next()?, 4)?;
        let month = number(parts.next()?, 2)?;
        let day = number(parts.next()?, 2)?;
        let exists = parts.next().is_none()
            && (FIRST_YEAR..=LAST_YEAR).contains(&year)
            && (1..=days_in(year, month)?).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The calendar year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Month (1–12) and day of the month.
    pub const fn month_day(self) -> (u8, u8) {
        (self.month, self.day)
    }

    /// The same day `years` years later; 29 February becomes 28 February in common years.
    pub fn years_later(self, years: u16) -> Option<Self> {
        let year = self.year.checked_add_unsigned(years).filter(|year| *year <= LAST_YEAR)?;
        Some(Self { year, day: self.day.min(days_in(year, self.month)?), ..self })
    }

    /// Whether it is the last day of its month.
    pub fn is_month_end(self) -> bool {
        days_in(self.year, self.month) == Some(self.day)
    }

    /// The day `days` days before; `None` before the first day that can be written.
    pub fn days_earlier(self, days: u16) -> Option<Self> {
        (0..days).try_fold(self, |day, _| day.previous())
    }

    /// Days from this one to another; negative when that was before.
    pub fn days_until(self, other: Self) -> i32 {
        other.days_since_first().saturating_sub(self.days_since_first())
    }

    /// Whole years from this one to another: one less where month and day come before these.
    pub const fn years_until(self, other: Self) -> i16 {
        let years = other.year.saturating_sub(self.year);
        let short = other.month < self.month || (other.month == self.month && other.day < self.day);
        if short { years.saturating_sub(1) } else { years }
    }

    /// Days since the first day that can be written.
    fn days_since_first(self) -> i32 {
        let years = (FIRST_YEAR..self.year).map(|year| if is_leap(year) { 366 } else { 365 });
        let months = (1..self.month).filter_map(|month| days_in(self.year, month)).map(i32::from);
        years.chain(months).sum::<i32>().saturating_add(i32::from(self.day)).saturating_sub(1)
    }

    /// The day before; `None` before the first day that can be written.
    pub fn previous(self) -> Option<Self> {
        if let Some(day) = self.day.checked_sub(1).filter(|day| *day > 0) {
            return Some(Self { day, ..self });
        }
        let (year, month) = match self.month {
            1 => (self.year.checked_sub(1).filter(|year| *year >= FIRST_YEAR)?, 12),
            month => (self.year, month.checked_sub(1)?),
        };
        Some(Self { year, month, day: days_in(year, month)? })
    }
}

fn number<T: std::str::FromStr>(digits: &str, width: usize) -> Option<T> {
    let plain = digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

const fn days_in(year: i16, month: u8) -> Option<u8> {
    Some(match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => return None,
    })
}

const fn is_leap(year: i16) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text: String = Deserialize::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom(format!("not a date: {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_days_exist_only_in_leap_years() {
        assert!(Date::parse("2024-02-29").is_some());
        assert!(Date::parse("2000-02-29").is_some());
        for wrong in ["2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31"] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_day_before_crosses_months_and_years() {
        let before = |text| Date::parse(text).and_then(Date::previous).map(|day| day.to_string());
        assert_eq!(before("2026-04-02").as_deref(), Some("2026-04-01"));
        assert_eq!(before("2024-03-01").as_deref(), Some("2024-02-29"));
        assert_eq!(before("2026-01-01").as_deref(), Some("2025-12-31"));
        assert_eq!(before("1900-01-01"), None);
    }

    #[test]
    fn days_are_counted_across_leap_days_and_years() {
        let until = |from: &str, to: &str| Some(Date::parse(from)?.days_until(Date::parse(to)?));
        assert_eq!(until("2026-11-22", "2027-05-31"), Some(190));
        assert_eq!(until("2024-02-28", "2024-03-01"), Some(2));
        assert_eq!(until("2023-02-28", "2023-03-01"), Some(1));
        assert_eq!(until("2027-01-01", "2026-12-31"), Some(-1));
        assert_eq!(until("1900-01-01", "1900-01-01"), Some(0));
        for days in [0, 1, 59, 366, 800] {
            let day = Date::parse("2027-05-31").and_then(|day| day.days_earlier(days));
            assert_eq!(day.and_then(|day| until(&day.to_string(), "2027-05-31")), Some(i32::from(days)));
        }
    }

    #[test]
    fn whole_years_are_counted_by_month_and_day() {
        let until = |from: &str, to: &str| Some(Date::parse(from)?.years_until(Date::parse(to)?));
        assert_eq!(until("2025-11-28", "2026-11-28"), Some(1));
        assert_eq!(until("2025-11-29", "2026-11-28"), Some(0));
        assert_eq!(until("2024-02-29", "2025-02-28"), Some(0));
        assert_eq!(until("2024-02-29", "2025-03-01"), Some(1));
        assert_eq!(until("2026-05-01", "2026-04-30"), Some(-1));
    }

    #[test]
    fn a_month_ends_on_its_last_day() {
        let ends = |text| Date::parse(text).is_some_and(Date::is_month_end);
        assert!(ends("2024-02-29") && ends("2027-07-31"));
        assert!(!ends("2024-02-28") && !ends("2027-07-30"));
    }

    #[test]
    fn years_later_keep_the_day_where_it_exists() {
        let later = |text, years| Date::parse(text)?.years_later(years).map(|day| day.to_string());
        assert_eq!(later("2024-02-29", 1).as_deref(), Some("2025-02-28"));
        assert_eq!(later("2024-02-29", 4).as_deref(), Some("2028-02-29"));
        assert_eq!(later("2998-01-31", 2), None);
    }

    #[test]
    fn only_the_iso_form_is_read() {
        for wrong in ["", "2026-5-01", "2026-05-01 ", "+026-05-01", "２０２６-05-01", "2026-05-01-01"] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }
}
