//! One limit: a bucket that refills steadily.

/// How fast a bucket refills and how much it holds.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    interval_ms: u64,
    capacity_ms: u64,
}

/// The bucket is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Empty {
    /// When one request will be allowed again.
    pub wait_seconds: u32,
}

/// The moment at which the bucket will be full again: one number is its whole state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bucket {
    full_at_ms: u64,
}

impl Rate {
    /// A bucket that admits `requests` and is thrown away after a day: it hardly refills.
    pub fn in_a_day(requests: u32) -> Self {
        Self::new(24 * 60 * 60_000, 1, requests)
    }

    /// A bucket that admits `requests` a minute and `burst` at once; zero a minute counts as one.
    pub fn per_minute(requests: u32, burst: u32) -> Self {
        Self::new(60_000, requests, burst)
    }

    /// A bucket that admits `requests` a second and `burst` at once; zero a second counts as one.
    pub fn per_second(requests: u32, burst: u32) -> Self {
        Self::new(1_000, requests, burst)
    }

    fn new(span_ms: u64, requests: u32, burst: u32) -> Self {
        let interval_ms = (span_ms / u64::from(requests.max(1))).max(1);
        Self { interval_ms, capacity_ms: interval_ms * u64::from(burst.max(1)) }
    }
}

impl Bucket {
    /// Takes one request out of the bucket; returns how many are out of it now.
    ///
    /// # Errors
    /// When the bucket is empty; nothing is taken then.
    pub fn charge(&mut self, rate: Rate, now_ms: u64) -> Result<u32, Empty> {
        if let Some(wait_seconds) = self.wait(rate, now_ms) {
            return Err(Empty { wait_seconds });
        }
        self.full_at_ms = now_ms + self.used_ms(rate, now_ms) + rate.interval_ms;
        Ok(self.used(rate, now_ms))
    }

    /// Seconds until the next request is allowed; `None` when it is allowed now.
    pub fn wait(&self, rate: Rate, now_ms: u64) -> Option<u32> {
        let used = self.used_ms(rate, now_ms) + rate.interval_ms;
        let missing_ms = used.checked_sub(rate.capacity_ms).filter(|missing| *missing > 0)?;
        Some(u32::try_from(missing_ms.div_ceil(1_000)).unwrap_or(u32::MAX))
    }

    /// Whether nothing is lost when the bucket is forgotten.
    pub fn is_full(&self, rate: Rate, now_ms: u64) -> bool {
        self.used_ms(rate, now_ms) == 0
    }

    fn used(&self, rate: Rate, now_ms: u64) -> u32 {
        u32::try_from(self.used_ms(rate, now_ms).div_ceil(rate.interval_ms)).unwrap_or(u32::MAX)
    }

    /// How much is used. More than a whole bucket means that the clock was set back: such a bucket
    /// counts as full, or its owner would be shut out until the clock has caught up.
    fn used_ms(&self, rate: Rate, now_ms: u64) -> u64 {
        let used = self.full_at_ms.saturating_sub(now_ms);
        if used > rate.capacity_ms { 0 } else { used }
    }
}
