//! A clock that is set by hand.

use std::sync::Mutex;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use zjtx_aggregator::clock::Clock;

/// Stands still until it is moved.
pub struct HandClock(Mutex<(Timestamp, Duration)>);

impl HandClock {
    /// Wednesday noon of week 47 of 2026 in Guangzhou.
    pub fn new() -> Self {
        Self::at("2026-11-18T04:00:00Z".parse().expect("a moment"))
    }

    /// Any other moment.
    pub fn at(moment: Timestamp) -> Self {
        Self(Mutex::new((moment, Duration::from_secs(1_000_000))))
    }

    /// Time passes.
    pub fn advance(&self, hours: i64) {
        self.leap(hours);
        let passed = Duration::from_secs(u64::try_from(hours).unwrap_or(0) * 3_600);
        self.0.lock().expect("the clock").1 += passed;
    }

    /// Somebody sets the clock.
    pub fn leap(&self, hours: i64) {
        self.0.lock().expect("the clock").0 += SignedDuration::from_hours(hours);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        self.0.lock().expect("the clock").0
    }

    fn running(&self) -> Duration {
        self.0.lock().expect("the clock").1
    }
}
