//! Notices a district that suddenly sends far more than it used to.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use zjtx_wire::District;

use crate::store::BusyDay;

/// Days that the median looks back on.
const DAYS: usize = 14;

/// A day is a surge above this multiple of the median.
const FACTOR: u32 = 10;

/// No day up to this is a surge.
const FLOOR: u32 = 200;

/// Counts by day and district. The running day is in memory only: written down it would be an exact
/// figure. Finished days are kept rounded to tens, so that a restart does not forget the medians.
#[derive(Debug)]
pub struct Surge {
    today: Option<Date>,
    current: BTreeMap<District, u32>,
    earlier: BTreeMap<(District, Date), u32>,
    unsaved: Vec<BusyDay>,
    replicas: u32,
}

impl Surge {
    /// Of a server that shares the reports with others.
    pub fn new(replicas: u32) -> Self {
        Self {
            today: None,
            current: BTreeMap::new(),
            earlier: BTreeMap::new(),
            unsaved: Vec::new(),
            replicas: replicas.max(1),
        }
    }

    /// Whether a district has sent more today than is usual by far; what comes now is then held back.
    pub fn is_over(&mut self, district: District, day: Date) -> bool {
        self.turn_to(day);
        let count = self.current.get(&district).copied().unwrap_or(0);
        count >= self.limit(district, day)
    }

    /// Counts a report that was counted.
    pub fn notice(&mut self, district: District, day: Date) {
        self.turn_to(day);
        let count = self.current.entry(district).or_default();
        *count = count.saturating_add(1);
    }

    /// The finished days that no store keeps yet.
    pub fn take_unsaved(&mut self, day: Date) -> Vec<BusyDay> {
        self.turn_to(day);
        std::mem::take(&mut self.unsaved)
    }

    /// Takes back what could not be kept.
    pub fn give_back(&mut self, days: Vec<BusyDay>) {
        self.unsaved.extend(days);
    }

    /// Learns the finished days of all servers.
    pub fn learn(&mut self, days: &[BusyDay]) {
        self.earlier = days.iter().map(|busy| ((busy.district, busy.day), busy.n)).collect();
    }

    /// The first day that is still looked back on.
    pub fn first_day(today: Date) -> Date {
        today.saturating_sub((DAYS as i64).days())
    }

    fn turn_to(&mut self, day: Date) {
        if self.today == Some(day) {
            return;
        }
        let finished = std::mem::take(&mut self.current);
        if let Some(last) = self.today.replace(day) {
            let rounded = |n: u32| n.saturating_add(5) / 10 * 10;
            let days =
                finished.into_iter().map(|(district, n)| BusyDay { day: last, district, n: rounded(n) });
            for busy in days.filter(|busy| busy.n > 0) {
                let known = self.earlier.entry((busy.district, busy.day)).or_default();
                *known = known.saturating_add(busy.n);
                self.unsaved.push(busy);
            }
        }
    }

    fn limit(&self, district: District, today: Date) -> u32 {
        let first = Self::first_day(today);
        let days = self.earlier.range((district, first)..(district, today)).map(|(_, n)| *n);
        let mut days: Vec<u32> = days.collect();
        // A day without reports has no entry.
        days.resize(DAYS, 0);
        days.sort_unstable();
        let median = days[DAYS / 2];
        median.saturating_mul(FACTOR).max(FLOOR) / self.replicas
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;
    use zjtx_wire::District;

    const BUSY: District = District::from_bytes(*b"440106").unwrap();
    const QUIET: District = District::from_bytes(*b"440105").unwrap();

    use super::Surge;

    /// Sends reports until they are held; returns how many were not.
    fn send(surge: &mut Surge, day: Date, reports: u32) -> u32 {
        let mut counted = 0;
        for _ in 0..reports {
            if !surge.is_over(BUSY, day) {
                surge.notice(BUSY, day);
                counted += 1;
            }
        }
        counted
    }

    #[test]
    fn ten_times_the_median_is_a_surge_even_after_a_restart() {
        let mut surge = Surge::new(1);
        let mut day = Date::constant(2026, 11, 1);
        let mut kept = Vec::new();
        for _ in 0..14 {
            assert_eq!(send(&mut surge, day, 32), 32);
            day = day.tomorrow().expect("a day");
            kept.extend(surge.take_unsaved(day));
        }
        assert!(kept.iter().all(|busy| busy.n == 30), "rounded to tens: {kept:?}");
        let mut restarted = Surge::new(1);
        restarted.learn(&kept);
        for mut surge in [surge, restarted] {
            assert_eq!(send(&mut surge, day, 320), 300);
            assert!(!surge.is_over(QUIET, day));
        }
    }

    #[test]
    fn small_days_never_are() {
        assert_eq!(send(&mut Surge::new(1), Date::constant(2026, 11, 1), 201), 200);
        assert_eq!(send(&mut Surge::new(3), Date::constant(2026, 11, 1), 201), 66);
    }

    #[test]
    fn what_could_not_be_kept_is_kept_later() {
        let mut surge = Surge::new(1);
        let day = Date::constant(2026, 11, 1);
        send(&mut surge, day, 12);
        let next = day.tomorrow().expect("a day");
        let days = surge.take_unsaved(next);
        assert_eq!(days.len(), 1);
        surge.give_back(days.clone());
        assert_eq!(surge.take_unsaved(next), days);
        assert_eq!(surge.take_unsaved(next), []);
    }
}
