//! Connects and brings the schema up to date.

use std::time::Duration;

use postgres::{Client, NoTls, Transaction};
use zjtx_wire::ReportId;

use super::{PostgresAddress, partitions};
use crate::keys::Keys;
use crate::store::{SCHEMA_VERSION, StoreError, StoredId, row};

const SCHEMA: &str = include_str!("schema.sql");
const NEW_IN_2: &str = include_str!("new_in_2.sql");
const NEW_IN_3: &str = include_str!("new_in_3.sql");
const UPGRADE_FROM_1: &str = include_str!("upgrade_from_1.sql");

/// A server that does not answer must not hold the writer for long.
const WAIT: Duration = Duration::from_secs(5);

/// A server that has stopped in the middle of a transaction must not keep the others from closing.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Names the lock that lets one process at a time set the schema up; the number means nothing.
pub(super) const SET_UP: &str = "SELECT pg_advisory_xact_lock(7226211)";

/// Connects to a schema that this program can work on; looked at anew with every connection,
/// because the schema may have moved on while there was none.
pub(super) fn connect(address: &PostgresAddress) -> Result<Client, StoreError> {
    let mut client = connect_any(address)?;
    check(&mut client)?;
    Ok(client)
}

/// Sets up an empty schema, or brings an older one up to date.
pub(super) fn upgrade(address: &PostgresAddress, keys: &Keys) -> Result<(), StoreError> {
    let mut client = connect_any(address)?;
    let mut transaction = client.transaction()?;
    transaction.batch_execute(&format!("SET LOCAL statement_timeout = 0; {SET_UP}"))?;
    match version(&mut transaction)? {
        None => transaction.batch_execute(&[SCHEMA, NEW_IN_2, NEW_IN_3].concat())?,
        Some((1, _)) => from_1(&mut transaction, keys)?,
        Some((2, _)) => transaction.batch_execute(NEW_IN_3)?,
        Some(_) => {}
    }
    Ok(transaction.commit()?)
}

fn connect_any(address: &PostgresAddress) -> Result<Client, StoreError> {
    let mut config = address.config.clone();
    config.connect_timeout(WAIT).tcp_user_timeout(WAIT);
    let mut client = match &address.tls {
        Some(tls) => config.connect(tls.clone())?,
        None => config.connect(NoTls)?,
    };
    client.batch_execute(&format!(
        "SET statement_timeout = {}; SET idle_in_transaction_session_timeout = {};
         SET synchronous_commit = on",
        WAIT.as_millis(),
        LONGEST_PAUSE.as_millis(),
    ))?;
    Ok(client)
}

fn check(client: &mut Client) -> Result<(), StoreError> {
    match version(client)? {
        None => Err(StoreError::TooOld { found: 0 }),
        Some((found, oldest)) if oldest > SCHEMA_VERSION => {
            Err(StoreError::TooNew { found, known: SCHEMA_VERSION })
        }
        Some((found, _)) if found < SCHEMA_VERSION => Err(StoreError::TooOld { found }),
        Some(_) => Ok(()),
    }
}

/// The schema's version and the oldest program that may work on it.
fn version(client: &mut impl postgres::GenericClient) -> Result<Option<(i32, i32)>, StoreError> {
    let table: Option<String> =
        client.query_one("SELECT to_regclass('schema_version')::text", &[])?.try_get(0)?;
    if table.is_none() {
        return Ok(None);
    }
    // Version 1 had no second column and let nobody else work on it.
    let row = client.query_one(
        "SELECT version, coalesce((to_jsonb(s) ->> 'oldest_program')::int, version)
         FROM schema_version AS s ORDER BY version DESC LIMIT 1",
        &[],
    )?;
    Ok(Some((row.try_get(0)?, row.try_get(1)?)))
}

/// Version 1 kept ids as they came.
fn from_1(transaction: &mut Transaction<'_>, keys: &Keys) -> Result<(), StoreError> {
    transaction.batch_execute(&[UPGRADE_FROM_1, NEW_IN_2, NEW_IN_3].concat())?;
    let mut ids = Vec::new();
    for entry in transaction.query("SELECT period, id FROM old_seen", &[])? {
        let period = row::parsed(entry.try_get(0)?, "period")?;
        let id: &[u8] = entry.try_get(1)?;
        let id = ReportId::from_bytes(id.try_into().map_err(|_| StoreError::Corrupt("id"))?);
        // A period whose key is gone is closed: its ids serve nothing any more.
        if let Some(stored) = keys.stored_id(period, &id) {
            ids.push((period, stored));
        }
    }
    transaction.batch_execute("DROP TABLE old_seen")?;
    insert_ids(transaction, &ids)
}

/// Puts many ids in at once.
pub(super) fn insert_ids(
    transaction: &mut Transaction<'_>,
    ids: &[(zjtx_wire::Period, StoredId)],
) -> Result<(), StoreError> {
    for part in ids.chunks(10_000) {
        let periods: Vec<String> = part.iter().map(|(period, _)| period.to_string()).collect();
        let bytes: Vec<&[u8]> = part.iter().map(|(_, id)| id.as_bytes().as_slice()).collect();
        partitions::ensure(transaction, part.iter().map(|(period, _)| *period))?;
        transaction.execute(
            "INSERT INTO seen (period, id) SELECT * FROM unnest($1::text[], $2::bytea[]) ORDER BY 1, 2
             ON CONFLICT DO NOTHING",
            &[&periods, &bytes],
        )?;
    }
    Ok(())
}
