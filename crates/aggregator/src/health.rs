//! Whether the server is well, and what it last said about that.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::store::StoreError;
use crate::timekeeper::Doubt;

/// How long an answer of the store about itself holds.
const HOLDS: Duration = Duration::from_secs(1);

/// The state of the server; copies share it.
#[derive(Clone, Default)]
pub struct Health(Arc<State>);

#[derive(Default)]
struct State {
    store_fails: AtomicBool,
    leaves: AtomicBool,
    looked: Mutex<Option<Instant>>,
    doubt: Mutex<Option<Doubt>>,
}

impl Health {
    /// Notes what a write to the store came to; the log gets a line only when that changes.
    pub fn wrote<T>(&self, result: &Result<T, StoreError>) {
        let failed = self.0.store_fails.swap(result.is_err(), Ordering::Relaxed);
        match result {
            Err(error) if !failed => {
                tracing::error!(%error, "the store fails; reports get 503 until it is mended")
            }
            Ok(_) if failed => tracing::info!("the store takes writes again"),
            _ => {}
        }
        *self.0.looked.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Whether the store took the last write; `None` when that was too long ago.
    pub fn is_writable(&self) -> Option<bool> {
        let looked = *self.0.looked.lock().unwrap_or_else(PoisonError::into_inner);
        let is_recent = looked.is_some_and(|looked| looked.elapsed() < HOLDS);
        is_recent.then(|| !self.0.store_fails.load(Ordering::Relaxed))
    }

    /// Whether the store failed last.
    pub fn store_fails(&self) -> bool {
        self.0.store_fails.load(Ordering::Relaxed)
    }

    /// Notes whether the time is doubted; the log gets a line only when that changes.
    pub fn doubts(&self, doubt: Option<Doubt>) {
        let before =
            std::mem::replace(&mut *self.0.doubt.lock().unwrap_or_else(PoisonError::into_inner), doubt);
        match doubt {
            Some(doubt) if before != Some(doubt) => {
                tracing::error!("{}; reports get 503 and nothing is closed", doubt.words());
            }
            None if before.is_some() => tracing::info!("the time is believed again"),
            _ => {}
        }
    }

    /// The server is about to stop: whoever spreads requests should look elsewhere.
    pub fn leave(&self) {
        self.0.leaves.store(true, Ordering::Relaxed);
    }

    /// Whether the server is about to stop.
    pub fn leaves(&self) -> bool {
        self.0.leaves.load(Ordering::Relaxed)
    }
}
