//! The device's clock.

use js_sys::Date as Clock;
use zjtx_evaluator::Date;

/// Why today's date is not known: the device's clock shows a year that no rule could be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadableClock {
    /// The year that the clock shows.
    pub year: u32,
}

/// Today where the person is.
///
/// # Errors
/// When the clock shows a day outside the calendar that rules are written for.
pub fn today() -> Result<Date, UnreadableClock> {
    let now = Clock::new_0();
    day(now.get_full_year(), now.get_month() + 1, now.get_date())
}

fn day(year: u32, month: u32, day: u32) -> Result<Date, UnreadableClock> {
    Date::parse(&format!("{year:04}-{month:02}-{day:02}")).ok_or(UnreadableClock { year })
}

/// An id that grows with time and that no other device gives, and the day and minute for people.
pub fn now() -> (String, String) {
    const CHANCES: f64 = 1_000_000.0;
    let now = Clock::now();
    let chance = (js_sys::Math::random() * CHANCES).floor();
    (format!("{now:.0}-{chance:06.0}"), minute(now))
}

/// Day and minute of a moment in milliseconds, where the person is.
pub fn minute(moment: f64) -> String {
    let at = Clock::new(&moment.into());
    let day = format!("{:04}-{:02}-{:02}", at.get_full_year(), at.get_month() + 1, at.get_date());
    format!("{day} {:02}:{:02}", at.get_hours(), at.get_minutes())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{UnreadableClock, day};
    use zjtx_evaluator::Date;

    #[test]
    fn a_clock_far_off_is_an_error_and_not_another_day() {
        assert_eq!(day(2026, 11, 9).ok(), Date::parse("2026-11-09"));
        for year in [1601, 1899, 3000, 9999, 275_760] {
            assert_eq!(day(year, 1, 1), Err(UnreadableClock { year }));
        }
    }
}
