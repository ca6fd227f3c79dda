//! Databases of other versions.

use zjtx_aggregator::release::chain;
use zjtx_aggregator::store::{Database, SCHEMA_VERSION, SqliteStore, StoreError};

use crate::support::postgres::Cluster;

/// A database as each released version left it.
const FIXTURES: [&str; 1] = [include_str!("../fixtures/version-1.sql")];

#[test]
fn every_version_is_brought_up_to_date() {
    for fixture in FIXTURES {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("statistics.db");
        let connection = rusqlite::Connection::open(&file).expect("a file");
        connection.execute_batch(fixture).expect("the fixture");
        drop(connection);
        let mut store = Database::Sqlite(file).open().expect("an upgrade");
        let increments = store.increments(None).expect("increments");
        assert_eq!((increments.len(), chain::verify(&increments)), (2, Ok(())));
        assert_eq!(store.tokens().expect("tokens").len(), 1);
        assert_eq!(store.waiting().expect("counts").iter().map(|count| count.n).sum::<i64>(), 7);
    }
}

#[test]
fn a_newer_file_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("statistics.db");
    drop(SqliteStore::open(&file).expect("a new file"));
    let connection = rusqlite::Connection::open(&file).expect("the file");
    connection.pragma_update(None, "user_version", SCHEMA_VERSION + 1).expect("a newer version");
    assert!(matches!(SqliteStore::open(&file), Err(StoreError::TooNew { .. })));
}

#[test]
fn a_newer_server_is_refused() {
    let cluster = Cluster::start();
    let address = cluster.schema("newer");
    drop(Database::from_address(&address).open().expect("a new schema"));
    let mut client = postgres::Client::connect(&address, postgres::NoTls).expect("the cluster");
    client.execute("UPDATE schema_version SET version = version + 1", &[]).expect("a newer version");
    assert!(matches!(Database::from_address(&address).open(), Err(StoreError::TooNew { .. })));
}

#[test]
fn every_column_has_a_comment() {
    for schema in [
        include_str!("../../src/store/sqlite/schema.sql"),
        include_str!("../../src/store/postgres/schema.sql"),
    ] {
        let indented =
            schema.lines().filter(|line| line.starts_with("    ") && !line.contains("PRIMARY KEY ("));
        for line in indented {
            assert!(line.contains(" -- "), "{line}");
        }
    }
}
