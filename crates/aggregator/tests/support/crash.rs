//! Crashes under load.

use std::collections::HashSet;
use std::path::Path;
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use zjtx_aggregator::keys::Keys;
use zjtx_wire::Report;

use super::clients::Clients;
use super::http::{Connection, posting};
use super::process::{Process, command, keys_beside};
use super::reports;

/// Kills the server again and again while clients send; returns how many reports were acknowledged.
pub fn kill_again_and_again(rounds: u32) -> usize {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("statistics.db");
    let clients = Clients::start(8);
    let mut random = StdRng::seed_from_u64(u64::from(rounds));
    for _ in 0..rounds {
        let server = Process::start(command(&database));
        clients.point_to(Some(server.address));
        clients.wait_for(random.random_range(1..300));
        server.kill();
    }
    let server = Process::start(command(&database));
    clients.point_to(Some(server.address));
    clients.wait_for(1);
    let acknowledged = clients.stop();
    assert!(server.terminate().success());
    let stored = check(&database, &acknowledged);
    assert_eq!(stored, acknowledged.len(), "every client kept on until its report was acknowledged");
    stored
}

/// Stops the server in order while clients send and others dawdle; returns how long it took to end.
pub fn stop_under_load() -> Duration {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("statistics.db");
    let server = Process::start(command(&database));
    let clients = Clients::start(8);
    clients.point_to(Some(server.address));
    let mut half_header = Connection::open(server.address).expect("a connection");
    half_header.write(b"POST /v1/reports HTTP/1.1\r\nhost").expect("half a header");
    let mut half_body = Connection::open(server.address).expect("a connection");
    let request = posting(&reports::report(1).to_json(), "");
    half_body.write(&request[..request.len() - 20]).expect("half a body");
    clients.wait_for(500);
    let started = Instant::now();
    let status = server.terminate();
    let time = started.elapsed();
    assert!(status.success(), "{status}");
    clients.point_to(None);
    check(&database, &clients.stop());
    time
}

/// Every acknowledged report is stored, none was counted twice, and the file is sound; returns how
/// many are stored.
fn check(database: &Path, acknowledged: &[Report]) -> usize {
    let connection = rusqlite::Connection::open(database).expect("the file");
    let one = |query: &str| connection.query_row(query, [], |row| row.get::<_, i64>(0)).expect("a number");
    let sound: String =
        connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("an answer");
    assert_eq!(sound, "ok");
    assert_eq!(one("SELECT coalesce(sum(n), 0) FROM cell"), one("SELECT count(*) FROM seen"));
    let mut query = connection.prepare("SELECT id FROM seen").expect("a query");
    let ids = query.query_map([], |row| row.get::<_, [u8; 16]>(0)).expect("ids");
    let ids: HashSet<[u8; 16]> = ids.map(|id| id.expect("an id")).collect();
    let keys = Keys::open(&keys_beside(database)).expect("the keys");
    let is_kept = |report: &Report| {
        let stored = keys.stored_id(report.period, &report.id).expect("the period's key");
        ids.contains(stored.as_bytes())
    };
    assert!(acknowledged.iter().all(is_kept));
    ids.len()
}
