//! Days as people write them, and as spreadsheets count them.

use zjtx_evaluator::Date;

/// Reads `2026-05-01`, `2026/5/1`, `2026.5.1`, `2026年5月1日` and `20260501`.
pub(super) fn read(text: &str) -> Option<Date> {
    let digits = |part: &&str| !part.is_empty();
    let parts: Vec<&str> = text.trim().split(['-', '/', '.', '年', '月', '日', ' ']).filter(digits).collect();
    match parts.as_slice() {
        [year, month, day, ..] => Date::parse(&format!("{year}-{month:0>2}-{day:0>2}")),
        [whole] if whole.len() == 8 && whole.is_ascii() => {
            Date::parse(&format!("{}-{}-{}", &whole[..4], &whole[4..6], &whole[6..]))
        }
        _ => None,
    }
}

/// The day of a spreadsheet's serial number, as text.
///
/// Day 60 of the count is 29 February 1900, which never was; earlier days are no dates of firms.
pub(super) fn of_serial(serial: f64) -> Option<String> {
    const FIRST: f64 = 61.0;
    const LAST: f64 = 401_769.0;
    if !(FIRST..LAST).contains(&serial) {
        return None;
    }
    // Days since 1 March 0000, by the calendar of four centuries.
    let days = serial.trunc() as u32 + 693_899;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + u32::from(month <= 2);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_however_they_are_written() {
        let day = Date::parse("2026-05-01");
        for text in ["2026-05-01", "2026/5/1", "2026.5.1", "2026年5月1日", "20260501", "2026-05-01 00:00:00"]
        {
            assert_eq!(read(text), day, "{text}");
        }
        for text in ["2026", "五月", "2026-13-01", "2026-02-30"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn counted_days_are_those_of_the_calendar() {
        for (serial, text) in [(61.0, "1900-03-01"), (46_143.0, "2026-05-01"), (45_351.5, "2024-02-29")] {
            assert_eq!(of_serial(serial).as_deref(), Some(text));
        }
        assert_eq!(of_serial(3.0), None);
    }
}
