//! Long and timed tests: `cargo test --package zjtx-aggregator --test assure [-- NAME…]`.
//!
//! Each prints what it measured and ends the program with an error when it fails.

mod broken_disk;
mod closing;
mod load;
mod next_version;
mod officers;
mod power_cut;
mod recorder;
mod replicas;
mod speed;
#[path = "../support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

const TESTS: [(&str, fn()); 14] = [
    ("kill", kill),
    ("stop", stop),
    ("power-cut", power_cut::no_acknowledged_report_is_lost),
    ("broken-disk", broken_disk::nothing_is_acknowledged_that_is_not_on_it),
    ("slow-disk", speed::a_slow_disk_keeps_up),
    ("sqlite-speed", speed::batched_sqlite_is_near_the_ceiling),
    ("postgres-speed", speed::batches_pay_on_postgres),
    ("replicas", replicas::nobody_notices_a_replica_that_goes),
    ("failover", replicas::a_standby_takes_over),
    ("replicas-speed", replicas::three_count_as_much_as_one),
    ("memory", speed::connections_take_little_memory),
    ("officers", officers::reports_do_not_wait_for_downloads),
    ("release", closing::two_weeks_are_released_in_a_second),
    ("release-large", closing::twelve_million_reports_are_released_in_a_minute),
];

/// Set in a process that the tests start: what it is to do instead of testing.
const ROLE: &str = "ZJTX_ASSURE_ROLE";

fn main() {
    if std::env::var(ROLE).as_deref() == Ok("recorded") {
        return power_cut::be_recorded();
    }
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| word == name);
    let mut passed = 0;
    for (name, test) in TESTS.into_iter().filter(|(name, _)| is_wanted(name)) {
        println!("{name}:");
        let started = Instant::now();
        test();
        println!("  passed in {:.1} s", started.elapsed().as_secs_f64());
        passed += 1;
    }
    println!("{passed} passed, 0 failed");
}

fn kill() {
    let acknowledged = support::crash::kill_again_and_again(25);
    println!("  25 kills, {acknowledged} acknowledged reports, none lost, none counted twice");
}

fn stop() {
    let time = support::crash::stop_under_load();
    println!("  ended {:.1} s after SIGTERM", time.as_secs_f64());
    assert!(time <= Duration::from_secs(10));
}
