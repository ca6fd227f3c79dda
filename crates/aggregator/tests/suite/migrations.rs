//! Databases of other versions.

use std::path::Path;

use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::release::chain;
use zjtx_aggregator::store::{
    Database, HeldReason, Lane, Outcome, SCHEMA_VERSION, SqliteStore, Store, StoreError,
};
use zjtx_wire::{Period, ReportId};

use crate::support::keys::{keys, keys_in};
use crate::support::postgres::Cluster;
use crate::support::reports::{arrival, id, report};

/// A database as each released version left it.
const FIXTURES: [&str; 1] = [include_str!("../fixtures/version-1.sql")];

/// What the program of version 0.1.0 left; see the note beside them.
const LEFT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/upgrade/0.1.0/databases");

#[test]
fn every_version_is_brought_up_to_date() {
    for fixture in FIXTURES {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("statistics.db");
        let connection = rusqlite::Connection::open(&file).expect("a file");
        connection.execute_batch(fixture).expect("the fixture");
        drop(connection);
        let keys = keys_in(folder.path(), 1);
        assert!(matches!(SqliteStore::open(&file), Err(StoreError::TooOld { found: 1 })));
        let mut store = SqliteStore::prepare(&file, &keys).expect("an upgrade");
        let increments = store.increments(None).expect("increments");
        assert_eq!((increments.len(), chain::verify(&increments)), (2, Ok(())));
        assert_eq!(store.tokens().expect("tokens").len(), 1);
        assert_eq!(store.waiting().expect("counts").iter().map(|count| count.n).sum::<i64>(), 7);
    }
}

/// All that was there still is, a report that was counted before is known again, and no id of those
/// that came before is left as it came.
fn check_left(store: &mut dyn Store, keys: &Keys) {
    let increments = store.increments(None).expect("increments");
    assert_eq!((increments.len(), chain::verify(&increments)), (2, Ok(())));
    assert_eq!(store.closed_through().expect("a period"), Some(week(47)));
    assert_eq!(store.waiting().expect("counts").iter().map(|count| count.n).sum::<i64>(), 6 + 9 + 2);
    let held = store.held().expect("held reports");
    assert_eq!(
        held.iter().map(|held| (held.held.reason, held.count.n)).collect::<Vec<_>>(),
        [(HeldReason::Earlier, 2)]
    );
    assert_eq!((store.tokens().expect("tokens").len(), store.audits().expect("entries").len()), (2, 5));
    assert_eq!(store.ids().expect("ids"), 13);
    let outcome = |store: &mut dyn Store, number| {
        let mut arrival = arrival(report(number));
        arrival.cell.period = week(48);
        arrival.id = keys.stored_id(week(48), &id(number)).expect("the key");
        store.accept(&[arrival]).expect("a batch")
    };
    for number in (5_000..5_009).chain(6_000..6_004) {
        assert_eq!(outcome(store, number), [Outcome::Repeated], "{number}");
    }
    assert_eq!(outcome(store, 7_000), [Outcome::Counted]);
    assert!(store.tidy().expect("a tidy database"));
}

fn week(number: u8) -> Period {
    Period::new(2026, number).expect("a period")
}

#[test]
fn the_sqlite_file_of_0_1_0_is_brought_up_to_date() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("statistics.db");
    std::fs::copy(Path::new(LEFT).join("statistics.db"), &file).expect("the file");
    let keys = keys_in(folder.path(), 1);
    let contains = |id: ReportId| {
        let bytes = std::fs::read(&file).expect("the file");
        bytes.windows(16).any(|part| part == id.as_bytes())
    };
    assert!(contains(id(5_000)), "the search finds what is there");
    let mut store = SqliteStore::prepare(&file, &keys).expect("an upgrade");
    check_left(&mut store, &keys);
    for number in (5_000..5_009).chain(6_000..6_004) {
        assert!(!contains(id(number)), "{number} is left as it came");
    }
}

#[test]
fn the_postgres_database_of_0_1_0_is_brought_up_to_date() {
    let cluster = Cluster::start();
    let address = cluster.load("old", &Path::new(LEFT).join("statistics.sql"));
    let database = Database::from_address(&address, None).expect("an address");
    assert!(matches!(database.open(), Err(StoreError::TooOld { found: 1 })));
    let (_folder, keys) = keys(1);
    let mut store = database.prepare(&keys).expect("an upgrade");
    check_left(&mut *store, &keys);
    drop(database.prepare(&keys).expect("nothing more to do"));
}

#[test]
fn version_2_gets_lanes() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("statistics.db");
    let connection = rusqlite::Connection::open(&file).expect("a file");
    connection.execute_batch(include_str!("../../src/store/sqlite/schema.sql")).expect("version 2");
    connection.pragma_update(None, "user_version", 2).expect("version 2");
    drop(connection);
    check_from_2(&Database::Sqlite(file));
    let cluster = Cluster::start();
    let database = Database::from_address(&cluster.schema("two"), None).expect("an address");
    let mut client =
        postgres::Client::connect(&cluster.schema("other"), postgres::NoTls).expect("the cluster");
    let schema = [
        "SET search_path = two;",
        include_str!("../../src/store/postgres/schema.sql"),
        include_str!("../../src/store/postgres/new_in_2.sql"),
    ];
    client.batch_execute(&schema.concat()).expect("version 2");
    check_from_2(&database);
}

fn check_from_2(database: &Database) {
    assert!(matches!(database.open(), Err(StoreError::TooOld { found: 2 })));
    let (_folder, keys) = keys(1);
    let mut store = database.prepare(&keys).expect("an upgrade");
    let mut with_token = arrival(report(1));
    with_token.cell.lane = Lane::Token;
    store.accept(&[with_token, arrival(report(2))]).expect("a batch");
    let lanes: Vec<Lane> = store.waiting().expect("counts").iter().map(|count| count.cell.lane).collect();
    assert_eq!(lanes, [Lane::Open, Lane::Token]);
    assert_eq!(store.token_weeks().expect("weeks").len(), 1);
    drop(database.prepare(&keys).expect("nothing more to do"));
}

#[test]
fn a_newer_file_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("statistics.db");
    drop(SqliteStore::create(&file).expect("a new file"));
    let connection = rusqlite::Connection::open(&file).expect("the file");
    connection.pragma_update(None, "user_version", SCHEMA_VERSION + 1).expect("a newer version");
    assert!(matches!(SqliteStore::open(&file), Err(StoreError::TooNew { .. })));
    let keys = keys_in(folder.path(), 1);
    assert!(matches!(SqliteStore::prepare(&file, &keys), Err(StoreError::TooNew { .. })));
}

/// The next version expands the schema first and says that this program may go on; only a later one
/// takes away what this program needs, and shuts it out.
#[test]
fn an_expanded_server_is_worked_on_and_a_contracted_one_refused() {
    let cluster = Cluster::start();
    let database = Database::from_address(&cluster.schema("newer"), None).expect("an address");
    let (_folder, keys) = keys(1);
    let mut running = database.prepare(&keys).expect("a new schema");
    let mut client =
        postgres::Client::connect(&cluster.schema("other"), postgres::NoTls).expect("the cluster");
    client
        .batch_execute(
            "SET search_path = newer; ALTER TABLE cell ADD COLUMN lane TEXT NOT NULL DEFAULT 'none';
             UPDATE schema_version SET version = version + 1",
        )
        .expect("an expansion");
    for store in [&mut running, &mut database.open().expect("an expanded schema")] {
        store.accept(&[arrival(report(1))]).expect("a batch");
    }
    drop(database.prepare(&keys).expect("an expanded schema"));
    client.batch_execute("UPDATE schema_version SET oldest_program = version").expect("a contraction");
    assert!(matches!(database.open(), Err(StoreError::TooNew { .. })));
    assert!(matches!(database.prepare(&keys), Err(StoreError::TooNew { .. })));
}

#[test]
fn nothing_is_made_by_opening() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("statistics.db");
    assert!(matches!(SqliteStore::open(&file), Err(StoreError::Missing(_))));
    assert!(!file.exists());
    let cluster = Cluster::start();
    let database = Database::from_address(&cluster.schema("empty"), None).expect("an address");
    assert!(matches!(database.open(), Err(StoreError::TooOld { found: 0 })));
}

#[test]
fn every_column_has_a_comment() {
    for schema in [
        include_str!("../../src/store/sqlite/schema.sql"),
        include_str!("../../src/store/postgres/schema.sql"),
        include_str!("../../src/store/sqlite/new_in_3.sql"),
        include_str!("../../src/store/postgres/new_in_2.sql"),
        include_str!("../../src/store/postgres/new_in_3.sql"),
    ] {
        let indented =
            schema.lines().filter(|line| line.starts_with("    ") && !line.starts_with("    PRIMARY KEY ("));
        for line in indented {
            assert!(line.contains(" -- "), "{line}");
        }
    }
}
