//! The clocks, as a parameter.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present moment, as somebody may have set it.
    fn now(&self) -> Timestamp;

    /// How long the program has been running: this nobody sets.
    fn running(&self) -> Duration;

    /// Whether other machines' clocks ought to show the same.
    fn is_the_machines(&self) -> bool {
        false
    }
}

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock {
    started: Instant,
}

/// A clock that was set to a moment and runs on from there, for the demonstration.
#[derive(Clone, Copy, Debug)]
pub struct SetClock {
    moment: Timestamp,
    set: Instant,
}

impl SystemClock {
    /// The clock, from now on.
    pub fn new() -> Self {
        Self { started: Instant::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
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

    fn running(&self) -> Duration {
        self.started.elapsed()
    }

    fn is_the_machines(&self) -> bool {
        true
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.set.elapsed()).unwrap_or(SignedDuration::MAX);
        self.moment.saturating_add(passed).unwrap_or(Timestamp::MAX)
    }

    fn running(&self) -> Duration {
        self.set.elapsed()
    }
}
