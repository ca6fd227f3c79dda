//! Connects and brings the schema up to date.

use std::time::Duration;

use postgres::{Client, Config, NoTls};

use crate::store::{SCHEMA_VERSION, StoreError};

const VERSION_1: &str = include_str!("schema.sql");

/// A server that does not answer must not hold the writer for long.
const WAIT: Duration = Duration::from_secs(5);

/// Names the lock that lets one process at a time set the schema up; the number means nothing.
const SET_UP: &str = "SELECT pg_advisory_xact_lock(7226211)";

pub(super) fn connect(address: &str) -> Result<Client, StoreError> {
    let mut config: Config = address.parse()?;
    config.connect_timeout(WAIT).tcp_user_timeout(WAIT);
    let mut client = config.connect(NoTls)?;
    client.batch_execute(&format!(
        "SET statement_timeout = {}; SET synchronous_commit = on",
        WAIT.as_millis()
    ))?;
    Ok(client)
}

pub(super) fn migrate(client: &mut Client) -> Result<(), StoreError> {
    let mut transaction = client.transaction()?;
    transaction.batch_execute(SET_UP)?;
    let table: Option<String> =
        transaction.query_one("SELECT to_regclass('schema_version')::text", &[])?.try_get(0)?;
    if table.is_none() {
        transaction.batch_execute(VERSION_1)?;
    }
    let found: i32 = transaction.query_one("SELECT max(version) FROM schema_version", &[])?.try_get(0)?;
    if found != SCHEMA_VERSION {
        return Err(StoreError::TooNew { found, known: SCHEMA_VERSION });
    }
    Ok(transaction.commit()?)
}
