//! Notices a district that suddenly sends far more than it used to.

use std::collections::{BTreeMap, VecDeque};

use jiff::civil::Date;
use zjtx_wire::District;

/// Days that the median looks back on.
const DAYS: usize = 14;

/// A day is a surge above this multiple of the median.
const FACTOR: u32 = 10;

/// No day up to this is a surge.
const FLOOR: u32 = 200;

/// Counts by day and district, in memory only: written down they would be exact figures.
#[derive(Debug, Default)]
pub struct Surge {
    today: Option<Date>,
    current: BTreeMap<District, u32>,
    earlier: VecDeque<BTreeMap<District, u32>>,
}

impl Surge {
    /// Counts a report, and tells whether its district surges today.
    pub fn notice(&mut self, district: District, day: Date) -> bool {
        if self.today != Some(day) {
            self.turn_to(day);
        }
        let limit = self.limit(district);
        let count = self.current.entry(district).or_default();
        *count = count.saturating_add(1);
        *count > limit
    }

    fn turn_to(&mut self, day: Date) {
        if self.today.replace(day).is_some() {
            self.earlier.push_back(std::mem::take(&mut self.current));
            self.earlier.drain(..self.earlier.len().saturating_sub(DAYS));
        }
    }

    fn limit(&self, district: District) -> u32 {
        let mut days: Vec<u32> =
            self.earlier.iter().map(|counts| counts.get(&district).copied().unwrap_or(0)).collect();
        days.sort_unstable();
        let median = days.get(days.len() / 2).copied().unwrap_or(0);
        median.saturating_mul(FACTOR).max(FLOOR)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use zjtx_wire::District;

    use super::Surge;

    fn send(surge: &mut Surge, day: Date, reports: u32) -> u32 {
        (0..reports).map(|_| u32::from(surge.notice(District::Tianhe, day))).sum()
    }

    #[test]
    fn ten_times_the_median_is_a_surge() {
        let mut surge = Surge::default();
        let mut day = Date::constant(2026, 11, 1);
        for _ in 0..14 {
            assert_eq!(send(&mut surge, day, 30), 0);
            day = day.tomorrow().expect("a day");
        }
        assert_eq!(send(&mut surge, day, 320), 20);
        assert!(!surge.notice(District::Haizhu, day));
    }

    #[test]
    fn small_days_never_are() {
        assert_eq!(send(&mut Surge::default(), Date::constant(2026, 11, 1), 201), 1);
    }
}
