//! How fast, how late, how large.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use zjtx_aggregator::release::job;
use zjtx_aggregator::release::rules::Rules;
use zjtx_aggregator::store::{Arrival, SqliteStore, Store, StoredId};
use zjtx_wire::{District, PackCode, Verdict};

use crate::ROLE;
use crate::load::{rate, times};
use crate::recorder;
use crate::support::keys::keys;
use crate::support::postgres::Cluster;
use crate::support::process::{Process, command};
use crate::support::reports::{arrival, report};

const CONNECTIONS: usize = 64;
const RUN: Duration = Duration::from_secs(6);

fn database(folder: &tempfile::TempDir) -> std::path::PathBuf {
    folder.path().join("statistics.db")
}

/// On a disk whose every sync takes 5 ms longer, 99 of 100 reports at 200 a second are answered
/// within 200 ms.
pub fn a_slow_disk_keeps_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = command(&database(&folder));
    command.env("LD_PRELOAD", recorder::build(folder.path())).env("SLOW_SYNC", "5");
    let server = Process::start(command);
    let times = times(server.address, 200, Duration::from_secs(10));
    let late = times[times.len() * 99 / 100];
    println!(
        "  99 of 100 within {} ms, all within {} ms",
        late.as_millis(),
        times[times.len() - 1].as_millis()
    );
    assert!(late < Duration::from_millis(200));
}

/// At 64 connections the server reaches at least a fifth of the rate of one that stores nothing.
pub fn batched_sqlite_is_near_the_ceiling() {
    let mut ceiling = Command::new(std::env::current_exe().expect("this program"));
    ceiling.env(ROLE, "ceiling");
    let server = Process::start(ceiling);
    let ceiling = rate(server.address, CONNECTIONS, RUN);
    drop(server);
    let folder = tempfile::tempdir().expect("a folder");
    let batched = rate(Process::start(command(&database(&folder))).address, CONNECTIONS, RUN);
    let folder = tempfile::tempdir().expect("a folder");
    let single = rate(Process::start(with_batch(&database(&folder), 1)).address, CONNECTIONS, RUN);
    let share = batched / ceiling * 100.0;
    println!("  ceiling {ceiling:.0}/s, batched {batched:.0}/s ({share:.0} %), one by one {single:.0}/s");
    assert!(batched >= 0.2 * ceiling);
}

/// Batches are at least twice as fast on PostgreSQL as one report a transaction.
pub fn batches_pay_on_postgres() {
    let cluster = Cluster::start();
    let on = |schema: &str, batch| {
        let address = cluster.schema(schema);
        rate(Process::start(with_batch(Path::new(&address), batch)).address, CONNECTIONS, RUN)
    };
    let (single, batched) = (on("single", 1), on("batched", 1_024));
    println!("  one by one {single:.0}/s, batched {batched:.0}/s");
    assert!(batched >= 2.0 * single);
}

fn with_batch(database: &Path, batch: usize) -> Command {
    let mut command = command(database);
    command.env("ZJTX_LIMITS__BATCH", batch.to_string());
    command
}

/// At 256 connections the server never takes more than 64 MB.
pub fn connections_take_little_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Process::start(command(&database(&folder)));
    let rate = rate(server.address, 256, RUN);
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).expect("a status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a line");
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
    println!("  {rate:.0}/s, at most {:.1} MB", kilobytes as f64 / 1024.0);
    assert!(kilobytes < 64 * 1024);
}

/// Two weeks of 20,000 reports each are released within a second.
pub fn two_weeks_are_released_in_a_second() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = SqliteStore::create(&database(&folder)).expect("a store");
    let (_keys_folder, keys) = keys(1);
    let mut random = StdRng::seed_from_u64(1);
    for (week, period) in ["2026W46", "2026W47"].into_iter().enumerate() {
        let arrivals: Vec<Arrival> =
            (0..20_000).map(|number| any(week * 20_000 + number, period, &mut random)).collect();
        store.accept(&arrivals).expect("a batch");
    }
    let started = Instant::now();
    let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
    job::run_due(&mut store, after, &Rules::default(), &keys).expect("a closing");
    let time = started.elapsed();
    let released = store.increments(None).expect("increments").len();
    println!("  {released} increments of 40,000 reports in {} ms", time.as_millis());
    assert!(time < Duration::from_secs(1) && released > 0);
}

fn any(number: usize, period: &str, random: &mut StdRng) -> Arrival {
    let mut next = arrival(report(0));
    next.id = StoredId::from_bytes((number as u128).to_be_bytes());
    next.cell.period = period.parse().expect("a period");
    next.cell.pack = PackCode::ALL[random.random_range(0..PackCode::ALL.len())];
    next.cell.district = District::ALL[random.random_range(0..District::ALL.len())];
    next.cell.verdict = Verdict::ALL[random.random_range(0..Verdict::ALL.len())];
    next
}
