//! The time, as a parameter.

use std::time::Instant;

use jiff::{SignedDuration, Timestamp};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

/// A clock that was set to a moment and runs on from there, for the demonstration.
#[derive(Clone, Copy, Debug)]
pub struct SetClock {
    moment: Timestamp,
    set: Instant,
}

impl SetClock {
    /// Sets the clock to a moment.
    pub fn new(moment: Timestamp) -> Self {
        Self { moment, set: Instant::now() }
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.set.elapsed()).unwrap_or(SignedDuration::MAX);
        self.moment.saturating_add(passed).unwrap_or(Timestamp::MAX)
    }
}
