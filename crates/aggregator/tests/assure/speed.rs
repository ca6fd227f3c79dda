//! How fast, how late, how large.

use std::io::Write;
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use zjtx_aggregator::release::job;
use zjtx_aggregator::release::rules::Rules;
use zjtx_aggregator::store::{Arrival, Database, SqliteStore, Store, StoredId};
use zjtx_wire::Verdict;

use crate::ROLE;
use crate::load::{rate, times};
use crate::recorder;
use crate::support::http::Connection;
use crate::support::keys::keys;
use crate::support::postgres::Cluster;
use crate::support::process::{Process, command};
use crate::support::reports::{arrival, districts, packs, report};

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

/// Acknowledged reports a second of a server that stores nothing: what all others are measured by.
fn ceiling() -> f64 {
    let mut ceiling = Command::new(std::env::current_exe().expect("this program"));
    ceiling.env(ROLE, "ceiling");
    rate(Process::start(ceiling).address, CONNECTIONS, RUN)
}

/// At 64 connections the server reaches at least three fifths of the rate of one that stores nothing.
pub fn batched_sqlite_is_near_the_ceiling() {
    let ceiling = ceiling();
    let folder = tempfile::tempdir().expect("a folder");
    let batched = rate(Process::start(command(&database(&folder))).address, CONNECTIONS, RUN);
    let folder = tempfile::tempdir().expect("a folder");
    let single = rate(Process::start(with_batch(&database(&folder), 1)).address, CONNECTIONS, RUN);
    let share = batched / ceiling * 100.0;
    println!("  ceiling {ceiling:.0}/s, batched {batched:.0}/s ({share:.0} %), one by one {single:.0}/s");
    assert!(batched >= 0.6 * ceiling);
}

/// Batches are at least twice as fast on PostgreSQL as one report a transaction, and reach a quarter
/// of the rate of a server that stores nothing.
pub fn batches_pay_on_postgres() {
    let ceiling = ceiling();
    let cluster = Cluster::start();
    let on = |schema: &str, batch| {
        let address = cluster.schema(schema);
        rate(Process::start(with_batch(Path::new(&address), batch)).address, CONNECTIONS, RUN)
    };
    let (single, batched) = (on("single", 1), on("batched", 1_024));
    let share = batched / ceiling * 100.0;
    println!("  ceiling {ceiling:.0}/s, batched {batched:.0}/s ({share:.0} %), one by one {single:.0}/s");
    assert!(batched >= 2.0 * single && batched >= 0.25 * ceiling);
}

fn with_batch(database: &Path, batch: usize) -> Command {
    let mut command = command(database);
    command.env("ZJTX_LIMITS__BATCH", batch.to_string());
    command
}

/// Connections that each send nearly as much of a header as is taken.
const DAWDLERS: usize = 1_000;

/// With 256 busy connections, and with 1,000 that hold 16 KB of headers each, the server never takes
/// more than 64 MB.
pub fn connections_take_little_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = command(&database(&folder));
    command.env("ZJTX_CONNECTIONS__HEADER_SECONDS", "60");
    let server = Process::start(command);
    let rate = rate(server.address, 256, RUN);
    let busy = most_memory(&server);
    rlimit::increase_nofile_limit(2 * DAWDLERS as u64).expect("enough files for the test");
    let header = format!("GET /healthz HTTP/1.1\r\nhost: localhost\r\nx: {}", "y".repeat(16_300));
    let dawdlers: Vec<TcpStream> = (0..DAWDLERS)
        .map(|_| {
            let mut stream = TcpStream::connect(server.address).expect("a connection");
            stream.write_all(header.as_bytes()).expect("most of a header");
            stream
        })
        .collect();
    // Comes after them, so that they have been read.
    let mut last = Connection::open(server.address).expect("a connection");
    assert_eq!(last.get("/healthz").expect("an answer").0, 204);
    let held = most_memory(&server);
    drop(dawdlers);
    println!("  {rate:.0}/s within {busy:.1} MB, {DAWDLERS} long headers within {held:.1} MB");
    assert!(busy < 64.0 && held < 64.0);
}

/// The most memory that a server has had, in megabytes.
fn most_memory(server: &Process) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).expect("a status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a line");
    line.trim().trim_end_matches(" kB").parse::<f64>().expect("a number") / 1024.0
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

/// Ids of each of two weeks.
const MILLIONS: u32 = 3_000_000;

/// Two weeks of 3,000,000 reports each are released within a minute, on both stores.
pub fn six_million_reports_are_released_in_a_minute() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = database(&folder);
    drop(SqliteStore::create(&file).expect("a store"));
    let connection = rusqlite::Connection::open(&file).expect("the file");
    for week in ["2026W46", "2026W47"] {
        let ids = format!(
            "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT {MILLIONS})
             INSERT INTO seen (period, id) SELECT '{week}', randomblob(16) FROM numbers;
             INSERT INTO cell VALUES ('{week}', '', '', 'CN26P', '440106', '1', {MILLIONS})"
        );
        connection.execute_batch(&ids).expect("ids");
    }
    drop(connection);
    close_large("SQLite", &mut SqliteStore::open(&file).expect("the store"));
    let cluster = Cluster::start();
    let address = cluster.schema("large");
    let (_folder, keys) = keys(1);
    let opened = Database::from_address(&address, None).expect("an address").prepare(&keys);
    let mut store = opened.expect("the database");
    let mut client = postgres::Client::connect(&address, postgres::NoTls).expect("the cluster");
    for week in ["2026W46", "2026W47"] {
        let ids = format!(
            "CREATE TABLE seen_{table} PARTITION OF seen FOR VALUES IN ('{week}');
             INSERT INTO seen SELECT '{week}', decode(md5(n::text), 'hex') FROM generate_series(1, {MILLIONS}) AS n;
             INSERT INTO cell VALUES ('{week}', '', '', 'CN26P', '440106', '1', 0, {MILLIONS})",
            table = week.to_lowercase()
        );
        client.batch_execute(&ids).expect("ids");
    }
    close_large("PostgreSQL", &mut *store);
}

fn close_large(name: &str, store: &mut dyn Store) {
    let (_folder, keys) = keys(1);
    let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
    let started = Instant::now();
    job::run_due(store, after, &Rules::default(), &keys).expect("a closing");
    let time = started.elapsed();
    println!("  {name}: two weeks of {MILLIONS} reports closed in {:.2} s", time.as_secs_f64());
    assert!(time < Duration::from_secs(60));
    assert_eq!(
        (store.ids().expect("ids"), store.increments(None).expect("increments").is_empty()),
        (0, false)
    );
}

fn any(number: usize, period: &str, random: &mut StdRng) -> Arrival {
    let mut next = arrival(report(0));
    next.id = StoredId::from_bytes((number as u128).to_be_bytes());
    next.cell.period = period.parse().expect("a period");
    next.cell.pack = packs()[random.random_range(0..packs().len())];
    next.cell.district = districts()[random.random_range(0..districts().len())];
    next.cell.verdict = Verdict::ALL[random.random_range(0..Verdict::ALL.len())];
    next
}
