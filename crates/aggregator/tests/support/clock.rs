//! A clock that is set by hand.

use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};
use zjtx_aggregator::clock::Clock;

/// Stands still until it is moved.
pub struct HandClock(Mutex<Timestamp>);

impl HandClock {
    /// Wednesday noon of week 47 of 2026 in Guangzhou.
    pub fn new() -> Self {
        Self(Mutex::new("2026-11-18T04:00:00Z".parse().expect("a moment")))
    }

    /// Moves the clock on.
    pub fn advance(&self, hours: i64) {
        *self.0.lock().expect("the clock") += SignedDuration::from_hours(hours);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().expect("the clock")
    }
}
