//! Figures for whoever runs the server, on a listener of their own.
//!
//! They tell how the server does, never what was reported: no label names a district, a pack or a
//! verdict, and a test holds the list of names.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

type Labels = Vec<(&'static str, String)>;

/// All figures.
#[derive(Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    requests: Family<Labels, Counter>,
    refusals: Family<Labels, Counter>,
    queue: Gauge,
    batches: Histogram,
    commits: Histogram,
    failures: Counter<u64, AtomicU64>,
}

impl Default for Metrics {
    fn default() -> Self {
        let requests = Family::default();
        let refusals = Family::default();
        let queue = Gauge::default();
        let batches = Histogram::new(exponential_buckets(1.0, 2.0, 11));
        let commits = Histogram::new(exponential_buckets(0.0005, 2.0, 14));
        let failures = Counter::default();
        let mut registry = Registry::with_prefix("zjtx");
        registry.register("requests", "Requests by status", requests.clone());
        registry.register("refusals", "Refused requests by reason", refusals.clone());
        registry.register("queue_length", "Reports that wait for the writer", queue.clone());
        registry.register("batch_size", "Reports in one transaction", batches.clone());
        registry.register("commit_seconds", "Time of one transaction", commits.clone());
        registry.register("store_failures", "Transactions that failed", failures.clone());
        Self { registry: Arc::new(registry), requests, refusals, queue, batches, commits, failures }
    }
}

impl Metrics {
    /// Notes an answer.
    pub fn answered(&self, status: u16) {
        self.requests.get_or_create(&vec![("status", status.to_string())]).inc();
    }

    /// Notes why a request was refused.
    pub fn refused(&self, reason: &str) {
        self.refusals.get_or_create(&vec![("reason", reason.to_owned())]).inc();
    }

    /// Notes a report that joins or leaves the queue.
    pub fn queued(&self, change: i64) {
        self.queue.inc_by(change);
    }

    /// Notes a transaction.
    pub fn committed(&self, reports: usize, time: Duration) {
        self.batches.observe(reports as f64);
        self.commits.observe(time.as_secs_f64());
    }

    /// Notes a transaction that failed.
    pub fn failed(&self) {
        self.failures.inc();
    }

    /// The figures as text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing into a string cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
