//! Weeks and days in Guangzhou.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, Zoned};
use zjtx_wire::Period;

/// How long after its end a period still takes reports, so that a retry at midnight is not lost.
pub const GRACE: SignedDuration = SignedDuration::from_hours(24);

/// How far clocks may differ without harm.
pub const TOLERANCE: SignedDuration = SignedDuration::from_mins(5);

/// China has had one time zone without summer time since 1991.
const OFFSET: Offset = Offset::constant(8);

/// The moment as the clocks in Guangzhou show it.
pub fn local(moment: Timestamp) -> Zoned {
    moment.to_zoned(TimeZone::fixed(OFFSET))
}

/// The day of a moment.
pub fn day_of(moment: Timestamp) -> Date {
    local(moment).date()
}

/// The period of a moment, which lies in the years 1000 to 9999.
pub fn period_of(moment: Timestamp) -> Period {
    let week = day_of(moment).iso_week_date();
    let parts = u16::try_from(week.year()).ok().zip(u8::try_from(week.week()).ok());
    let period = parts.and_then(|(year, week)| Period::new(year, week));
    period.unwrap_or_else(|| unreachable!("the years 1000 to 9999 have ISO weeks"))
}

/// When a period begins; `None` for a 53rd week that its year does not have.
pub fn start_of(period: Period) -> Option<Timestamp> {
    let (year, week) = (i16::try_from(period.year()).ok()?, i8::try_from(period.week()).ok()?);
    let monday = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
    Some(monday.to_zoned(TimeZone::fixed(OFFSET)).ok()?.timestamp())
}

/// When a period ends, which is when the next one begins.
pub fn end_of(period: Period) -> Option<Timestamp> {
    start_of(period)?.checked_add(SignedDuration::from_hours(7 * 24)).ok()
}

/// The period after a period; `None` for a 53rd week that its year does not have.
pub fn next(period: Period) -> Option<Period> {
    end_of(period).map(period_of)
}

/// The period before a period; `None` for a 53rd week that its year does not have.
pub fn previous(period: Period) -> Option<Period> {
    Some(period_of(start_of(period)?.checked_sub(SignedDuration::from_secs(1)).ok()?))
}

/// What a report of a period is to be told at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Its week has not begun.
    NotBegun,
    /// It is taken.
    Open,
    /// It is taken no more, or no such week exists.
    Closed,
}

/// Where a period stands at a moment. A week begins a little early, for servers whose clocks differ.
pub fn phase(period: Period, now: Timestamp) -> Phase {
    let Some((start, end)) = start_of(period).zip(end_of(period)) else {
        return Phase::Closed;
    };
    if now < start.saturating_sub(TOLERANCE).unwrap_or(Timestamp::MIN) {
        Phase::NotBegun
    } else if now < end.saturating_add(GRACE).unwrap_or(Timestamp::MAX) {
        Phase::Open
    } else {
        Phase::Closed
    }
}

/// Whether a report of the period is taken at a moment.
pub fn is_open(period: Period, now: Timestamp) -> bool {
    phase(period, now) == Phase::Open
}

/// The last period that takes no more reports at a moment.
pub fn last_closed(now: Timestamp) -> Option<Period> {
    let running = start_of(period_of(now.checked_sub(GRACE).ok()?))?;
    Some(period_of(running.checked_sub(SignedDuration::from_secs(1)).ok()?))
}

/// When the next period closes after a moment.
pub fn next_closing(now: Timestamp) -> Option<Timestamp> {
    end_of(period_of(now.checked_sub(GRACE).ok()?))?.checked_add(GRACE).ok()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use zjtx_wire::Period;

    use super::{
        Phase, end_of, is_open, last_closed, next, next_closing, period_of, phase, previous, start_of,
    };

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a moment")
    }

    fn period(text: &str) -> Period {
        text.parse().expect("a period")
    }

    #[test]
    fn a_week_begins_on_monday_in_guangzhou() {
        assert_eq!(period_of(at("2026-11-22T15:59:59Z")), period("2026W47"));
        assert_eq!(period_of(at("2026-11-22T16:00:00Z")), period("2026W48"));
        assert_eq!(start_of(period("2026W48")), Some(at("2026-11-22T16:00:00Z")));
        assert_eq!(end_of(period("2026W47")), start_of(period("2026W48")));
    }

    #[test]
    fn a_week_that_has_not_begun_is_not_a_closed_one() {
        let now = at("2026-11-18T04:00:00Z");
        for (week, expected) in [
            ("2025W53", Phase::Closed),
            ("2026W46", Phase::Closed),
            ("2026W47", Phase::Open),
            ("2026W48", Phase::NotBegun),
            ("2999W01", Phase::NotBegun),
        ] {
            assert_eq!(phase(period(week), now), expected, "{week}");
        }
    }

    #[test]
    fn weeks_follow_each_other_over_the_years_end() {
        for (week, following) in [("2026W52", "2026W53"), ("2026W53", "2027W01"), ("2027W52", "2028W01")] {
            assert_eq!(next(period(week)), Some(period(following)));
            assert_eq!(previous(period(following)), Some(period(week)));
        }
        assert_eq!((next(period("2025W53")), previous(period("2025W53"))), (None, None));
    }

    #[test]
    fn years_have_52_or_53_weeks() {
        assert_eq!(period_of(at("2027-01-01T00:00:00Z")), period("2026W53"));
        assert_eq!(start_of(period("2025W53")), None);
        assert!(!is_open(period("2025W53"), at("2026-01-01T00:00:00Z")));
    }

    #[test]
    fn a_period_is_open_until_a_day_after_its_end() {
        let week = period("2026W47");
        for (moment, open) in [
            ("2026-11-15T15:54:59Z", false),
            ("2026-11-15T15:55:00Z", true),
            ("2026-11-15T16:00:00Z", true),
            ("2026-11-22T16:00:00Z", true),
            ("2026-11-23T15:59:59Z", true),
            ("2026-11-23T16:00:00Z", false),
        ] {
            assert_eq!(is_open(week, at(moment)), open, "{moment}");
            let closed = last_closed(at(moment)).is_some_and(|closed| closed >= week);
            assert_eq!(closed, moment == "2026-11-23T16:00:00Z", "{moment}");
        }
        assert_eq!(next_closing(at("2026-11-22T16:00:00Z")), Some(at("2026-11-23T16:00:00Z")));
        assert_eq!(next_closing(at("2026-11-23T16:00:00Z")), Some(at("2026-11-30T16:00:00Z")));
    }
}
