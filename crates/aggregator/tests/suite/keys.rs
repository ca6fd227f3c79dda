//! What a thief of the database, its log and its copies learns about a report whose id is known.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use zjtx_aggregator::server::Server;
use zjtx_aggregator::store::Database;
use zjtx_wire::Report;

use crate::support::http::Connection;
use crate::support::keys::keys;
use crate::support::postgres::Cluster;
use crate::support::process::{Process, command, keys_beside};
use crate::support::reports::{arrival, id, report};
use crate::support::server::TestServer;

/// A number whose bytes are found nowhere by chance.
const MARK: u128 = 0xA55A_1221_3443_5665_7887_9AA9_BCCB_0000;

fn marked(number: u128) -> Report {
    let period = zjtx_aggregator::calendar::period_of(jiff::Timestamp::now());
    Report { id: id(MARK + number), period, ..report(0) }
}

fn holds(bytes: &[u8], id: &[u8]) -> bool {
    memchr::memmem::find(bytes, id).is_some()
}

/// What the ids of all marked reports begin with.
fn mark() -> [u8; 14] {
    MARK.to_be_bytes()[..14].try_into().expect("14 bytes")
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// While reports come, and with a reader in the way of every clearing: no file holds an id.
#[test]
fn the_sqlite_file_and_its_log_hold_no_id() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("statistics.db");
    let server = Process::start(command(&database));
    let reader = rusqlite::Connection::open(&database).expect("the file");
    reader.execute_batch("BEGIN; SELECT count(*) FROM seen;").expect("a reader");
    let mut connection = Connection::open(server.address).expect("a connection");
    for number in 0..60 {
        assert_eq!(connection.send(&marked(number)).expect("an answer"), 204);
    }
    let log = fs::read(folder.path().join("statistics.db-wal")).expect("the log");
    assert!(log.len() > 4_096, "the reader keeps the log: {}", log.len());
    for file in files(folder.path()) {
        let bytes = fs::read(&file).expect("a file");
        assert!(!holds(&bytes, &mark()), "{}", file.display());
    }
}

/// The log, which tells the order of the commits, is emptied soon after the last report; with a
/// reader in the way, soon after that has gone.
#[test]
fn the_log_is_emptied_within_seconds() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("statistics.db");
    let server = Process::start(command(&database));
    let log = folder.path().join("statistics.db-wal");
    let mut connection = Connection::open(server.address).expect("a connection");
    assert_eq!(connection.send(&marked(1)).expect("an answer"), 204);
    wait_until_empty(&log);
    let reader = rusqlite::Connection::open(&database).expect("the file");
    reader.execute_batch("BEGIN; SELECT count(*) FROM seen;").expect("a reader");
    assert_eq!(connection.send(&marked(2)).expect("an answer"), 204);
    assert!(fs::metadata(&log).expect("the log").len() > 0);
    assert_eq!(connection.send(&marked(3)).expect("an answer"), 204, "nobody waits for the reader");
    drop(reader);
    wait_until_empty(&log);
}

fn wait_until_empty(log: &Path) {
    let started = Instant::now();
    while fs::metadata(log).expect("the log").len() > 0 {
        assert!(started.elapsed() < Duration::from_secs(60), "the log is still there");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Table, index, log and whatever else PostgreSQL writes: no id, neither before the close nor after.
#[test]
fn the_files_of_postgres_hold_no_id() {
    let cluster = Cluster::start();
    let (_folder, keys) = keys(1);
    let database = Database::from_address(&cluster.schema("thief"), None).expect("an address");
    let mut store = database.prepare(&keys).expect("the database");
    let period = report(0).period;
    let stored = |number| keys.stored_id(period, &marked(number).id).expect("the period's key");
    for number in 0..60 {
        let mut arrival = arrival(report(0));
        arrival.id = stored(number);
        store.accept(&[arrival]).expect("a batch");
    }
    let kept = stored(0);
    let search = |what: &dyn Fn(&[u8]) -> bool| {
        let all = files(&cluster.files());
        all.into_iter().filter(|file| fs::read(file).is_ok_and(|bytes| what(&bytes))).count()
    };
    let any_id = |bytes: &[u8]| holds(bytes, &mark());
    cluster.checkpoint();
    assert_eq!(search(&any_id), 0, "an id is in some file");
    let the_hash = |bytes: &[u8]| holds(bytes, kept.as_bytes());
    assert!(search(&the_hash) > 0, "the search finds what is there");
    let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
    let rules = zjtx_aggregator::release::rules::Rules::default();
    zjtx_aggregator::release::job::run_due(&mut *store, after, &rules, &keys).expect("a closing");
    keys.destroy_through(period).expect("a new state");
    cluster.checkpoint();
    assert_eq!(search(&any_id), 0, "an id is in some file");
    assert_eq!(store.ids().expect("ids"), 0);
    let tables = files(&cluster.files().join("base")).into_iter();
    let in_tables = tables.filter(|file| fs::read(file).is_ok_and(|bytes| the_hash(&bytes)));
    assert_eq!(in_tables.count(), 0, "the table of the period is gone with its index");
    assert_eq!(keys.stored_id(period, &marked(0).id), None, "what the log keeps leads nowhere");
}

/// Without the key's file the ids in the database would be worth nothing and every retry would count
/// again, so the server does not start; the operator can begin the open week anew.
#[test]
fn another_key_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("statistics.db");
    let server = Process::start(command(&database));
    let mut connection = Connection::open(server.address).expect("a connection");
    assert_eq!(connection.send(&marked(1)).expect("an answer"), 204);
    assert!(server.terminate().success());
    fs::remove_dir_all(keys_beside(&database)).expect("the keys");
    let output = command(&database).output().expect("the program runs");
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && message.contains("keys renew"), "{message}");
    let mut renew = crate::support::process::program();
    renew.args(["keys", "renew"]).env("ZJTX_DATABASE", &database).env("ZJTX_KEYS", keys_beside(&database));
    assert!(renew.status().expect("the program runs").success());
    let server = Process::start(command(&database));
    let mut connection = Connection::open(server.address).expect("a connection");
    assert_eq!(connection.send(&marked(1)).expect("an answer"), 204);
    assert!(server.terminate().success());
}

/// Copies of the same file, released apart, release the same to the last bit.
#[test]
fn a_restored_copy_draws_the_same_noise() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_keys_folder, keys) = keys(1);
    let first = folder.path().join("first.db");
    let mut store = Database::Sqlite(first.clone()).prepare(&keys).expect("the database");
    let arrivals: Vec<_> = (0..60).map(|number| arrival(report(number))).collect();
    store.accept(&arrivals).expect("a batch");
    drop(store);
    let released = |name: &str, more: u128| {
        let copy = folder.path().join(name);
        fs::copy(&first, &copy).expect("a copy");
        let mut store = Database::Sqlite(copy).open().expect("the copy");
        let more: Vec<_> = (0..more).map(|number| arrival(report(1_000 + number))).collect();
        store.accept(&more).expect("a batch");
        let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
        let rules = zjtx_aggregator::release::rules::Rules::default();
        zjtx_aggregator::release::job::run_due(&mut *store, after, &rules, &keys).expect("a closing");
        store.increments(None).expect("increments")
    };
    let draws = [0, 1, 2].map(|copy: u8| released(&format!("{copy}.db"), 0));
    assert!(!draws[0].is_empty() && draws.iter().all(|draw| *draw == draws[0]));
    let others = [1, 2, 3, 4].map(|more| {
        released(&format!("more-{more}.db"), more)[0].counts[0] - i64::try_from(more).expect("few")
    });
    assert!(
        others.iter().any(|count| *count != draws[0][0].counts[0]),
        "another count gets other noise, or their difference would tell the count"
    );
}

/// A backup opens as a database in which the open week begins anew and no closed week is open.
#[tokio::test]
async fn a_restored_backup_begins_the_open_week_anew() {
    let server = TestServer::new();
    for number in 0..60 {
        assert_eq!(server.send(&report(number)).await, 204);
    }
    server.clock.advance(7 * 24);
    server.run_due().await;
    let later = Report { period: "2026W48".parse().expect("a period"), ..report(100) };
    assert_eq!(server.send(&later).await, 204);
    let copy = server.folder().join("copy.db");
    zjtx_aggregator::server::back_up(&mut *server.store(), &copy).expect("a backup");
    let mut settings = server.settings.clone();
    settings.database = copy.display().to_string();
    let restored = Server::new(settings, std::sync::Arc::clone(&server.clock) as _, false);
    assert!(restored.is_ok(), "{:?}", restored.err());
    let mut store = Database::Sqlite(copy).open().expect("the copy");
    assert_eq!((store.ids().expect("ids"), store.waiting().expect("counts")), (0, vec![]));
    assert_eq!(store.closed_through().expect("a period"), Some(report(0).period));
    assert_eq!(
        store.increments(None).expect("increments"),
        server.store().increments(None).expect("increments")
    );
}
