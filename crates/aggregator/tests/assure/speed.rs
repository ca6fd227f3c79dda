//! How fast, how late, how large.

use std::io::Write;
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::load::{ceiling, rate, times};
use crate::recorder;
use crate::support::http::Connection;
use crate::support::postgres::Cluster;
use crate::support::process::{Process, command};

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

/// At 64 connections SQLite counts at least three fifths as many reports a second as the server can refuse.
pub fn batched_sqlite_is_near_the_ceiling() {
    let on = |batch| {
        let folder = tempfile::tempdir().expect("a folder");
        let server = Process::start(with_batch(&database(&folder), batch));
        rates(&server)
    };
    let (_, single) = on(1);
    let (ceiling, batched) = on(1_024);
    print(ceiling, batched, single);
    assert!(batched >= 0.6 * ceiling);
}

/// Batches are at least twice as fast on PostgreSQL as one report a transaction, and it counts at least a quarter as
/// many reports a second as the server can refuse.
pub fn batches_pay_on_postgres() {
    let cluster = Cluster::start();
    let on = |schema: &str, batch| {
        let address = cluster.schema(schema);
        rates(&Process::start(with_batch(Path::new(&address), batch)))
    };
    let ((_, single), (ceiling, batched)) = (on("single", 1), on("batched", 1_024));
    print(ceiling, batched, single);
    assert!(batched >= 2.0 * single && batched >= 0.25 * ceiling);
}

/// Reports a second that a server refuses, and that it counts.
fn rates(server: &Process) -> (f64, f64) {
    (ceiling(server.address, CONNECTIONS, RUN), rate(server.address, CONNECTIONS, RUN))
}

fn print(ceiling: f64, batched: f64, single: f64) {
    let share = batched / ceiling * 100.0;
    println!("  ceiling {ceiling:.0}/s, batched {batched:.0}/s ({share:.0} %), one by one {single:.0}/s");
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
