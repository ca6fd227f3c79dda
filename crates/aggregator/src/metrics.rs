//! Figures for whoever runs the server, on a listener of their own.
//!
//! They tell how the server does, never what was reported: no label names a district, a pack or a
//! verdict, and a test holds the list of names. What moves with every report is shown as it was at
//! the last of twelve moments an hour, so that whoever collects the figures cannot tell when a
//! report came.

use std::sync::atomic::{AtomicI64, AtomicU64};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

type Labels = Vec<(&'static str, String)>;

/// How long the figures that move with every report stand still.
const STANDS_STILL: Duration = Duration::from_secs(5 * 60);

/// All figures.
#[derive(Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    coarse: Arc<Registry>,
    shown: Arc<Mutex<Option<(Instant, String)>>>,
    requests: Family<Labels, Counter>,
    refusals: Family<Labels, Counter>,
    site: Family<Labels, Counter>,
    seconds: Family<Labels, Histogram>,
    batches: Histogram,
    commits: Histogram,
    failures: Counter<u64, AtomicU64>,
    unreadable: Counter<u64, AtomicU64>,
    turned_away: Counter<u64, AtomicU64>,
    queue: Gauge,
    /// Those that are simply set.
    pub gauges: Gauges,
}

/// Figures that are set now and then.
#[derive(Clone, Debug, Default)]
pub struct Gauges {
    /// 1 when the store took the last write, else 0.
    pub writable: Gauge,
    /// Seconds between the clock and the time that is believed.
    pub clock_skew: Gauge,
    /// When the last closed period ended, in seconds since 1970.
    pub closed_until: Gauge,
    /// Seconds since a closing was due that has not been done.
    pub closing_overdue: Gauge,
    /// When the last backup was made, in seconds since 1970.
    pub last_backup: Gauge,
    /// Held reports.
    pub held: Gauge,
    /// Days since the oldest held report came.
    pub held_days: Gauge,
    /// Tokens that end within 30 days.
    pub tokens_ending: Gauge,
    /// Bytes of the database file.
    pub database_bytes: Gauge,
    /// Bytes of its write-ahead log.
    pub log_bytes: Gauge,
    /// Open connections.
    pub connections: Gauge<i64, AtomicI64>,
    /// Senders that the limits remember.
    pub senders: Gauge,
    /// 1 while new senders have to share one bucket.
    pub senders_share: Gauge,
    /// Blind tokens of the open periods that were issued.
    pub blind_issued: Gauge,
    /// Blind tokens of the open periods that were counted.
    pub blind_spent: Gauge,
    /// Blind tokens counted beyond those issued, in the open period where there are most.
    pub blind_excess: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let (requests, refusals, site) = (Family::default(), Family::default(), Family::default());
        let seconds: Family<Labels, Histogram> =
            Family::new_with_constructor(|| Histogram::new(exponential_buckets(0.001, 4.0, 7)));
        let batches = Histogram::new(exponential_buckets(1.0, 2.0, 11));
        let commits = Histogram::new(exponential_buckets(0.0005, 2.0, 14));
        let [failures, unreadable, turned_away] = [(); 3].map(|()| Counter::default());
        let (queue, gauges) = (Gauge::default(), Gauges::default());
        let mut coarse = Registry::with_prefix("zjtx");
        coarse.register("requests", "Requests by status", requests.clone());
        coarse.register("refusals", "Refused requests by reason", refusals.clone());
        coarse.register("site_requests", "Requests for files of the site, by status", site.clone());
        coarse.register("request_seconds", "Time of an answer, by route", seconds.clone());
        coarse.register("batch_size", "Reports in one transaction", batches.clone());
        coarse.register("commit_seconds", "Time of one transaction", commits.clone());
        gauges.register_coarse(&mut coarse);
        let mut registry = Registry::with_prefix("zjtx");
        let version = vec![("version", env!("CARGO_PKG_VERSION"))];
        registry.register("build", "The program", Info::new(version));
        registry.register("queue_length", "Reports that wait for the writer", queue.clone());
        registry.register("store_failures", "Transactions that failed", failures.clone());
        registry.register("forwarded_unreadable", "Proxy headers without an address", unreadable.clone());
        registry.register("connections_refused", "Connections turned away", turned_away.clone());
        gauges.register(&mut registry);
        Self {
            registry: Arc::new(registry),
            coarse: Arc::new(coarse),
            shown: Arc::default(),
            requests,
            refusals,
            site,
            seconds,
            batches,
            commits,
            failures,
            unreadable,
            turned_away,
            queue,
            gauges,
        }
    }
}

impl Gauges {
    /// Those that move with reports.
    fn register_coarse(&self, registry: &mut Registry) {
        for (name, help, gauge) in [
            ("blind_tokens_issued", "Blind tokens of open periods that were issued", &self.blind_issued),
            ("blind_tokens_spent", "Blind tokens of open periods that were counted", &self.blind_spent),
            ("blind_tokens_excess", "Blind tokens counted beyond those issued", &self.blind_excess),
        ] {
            registry.register(name, help, gauge.clone());
        }
    }

    fn register(&self, registry: &mut Registry) {
        for (name, help, gauge) in [
            ("store_writable", "1 when the store took the last write", &self.writable),
            ("clock_skew_seconds", "How far the clock is from the believed time", &self.clock_skew),
            ("closed_until_timestamp_seconds", "End of the last closed period", &self.closed_until),
            ("closing_overdue_seconds", "Since when a closing is due", &self.closing_overdue),
            ("last_backup_timestamp_seconds", "When the last backup was made", &self.last_backup),
            ("held_reports", "Reports that wait for a decision", &self.held),
            ("held_oldest_days", "Days since the oldest held report came", &self.held_days),
            ("tokens_ending", "Tokens that end within 30 days", &self.tokens_ending),
            ("database_bytes", "Size of the database file", &self.database_bytes),
            ("database_log_bytes", "Size of its write-ahead log", &self.log_bytes),
            ("connections_open", "Open connections", &self.connections),
            ("limiter_senders", "Senders that the limits remember", &self.senders),
            ("limiter_shared", "1 while new senders share one bucket", &self.senders_share),
        ] {
            registry.register(name, help, gauge.clone());
        }
    }
}

impl Metrics {
    /// Notes an answer of the endpoint.
    pub fn answered(&self, route: &str, status: u16, time: Duration) {
        self.requests.get_or_create(&vec![("status", status.to_string())]).inc();
        self.seconds.get_or_create(&vec![("route", route.to_owned())]).observe(time.as_secs_f64());
    }

    /// Notes an answer of the site.
    pub fn served(&self, status: u16) {
        self.site.get_or_create(&vec![("status", status.to_string())]).inc();
    }

    /// Notes why a request was refused.
    pub fn refused(&self, reason: &str) {
        self.refusals.get_or_create(&vec![("reason", reason.to_owned())]).inc();
    }

    /// Notes a proxy's header without an address.
    pub fn unreadable(&self) {
        self.unreadable.inc();
    }

    /// Notes a connection that was turned away.
    pub fn turned_away(&self) {
        self.turned_away.inc();
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
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let coarse = match shown.take() {
            Some((made, text)) if made.elapsed() < STANDS_STILL => (made, text),
            _ => (Instant::now(), encoded(&self.coarse)),
        };
        let text = without_end(&coarse.1) + &encoded(&self.registry);
        *shown = Some(coarse);
        text
    }
}

fn encoded(registry: &Registry) -> String {
    let mut text = String::new();
    // Writing into a string cannot fail.
    let _ = encode(&mut text, registry);
    text
}

/// Without the line that ends a text of figures.
fn without_end(text: &str) -> String {
    text.trim_end().strip_suffix("# EOF").unwrap_or(text).to_owned()
}
