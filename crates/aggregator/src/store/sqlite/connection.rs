//! Opens the file and brings its schema up to date.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

use crate::store::{SCHEMA_VERSION, StoreError};

const VERSION_1: &str = include_str!("schema.sql");

/// How long a writer waits for another process, such as the command line.
const WAIT_FOR_LOCK: Duration = Duration::from_secs(5);

pub(super) fn open(file: &Path) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(file)?;
    connection.busy_timeout(WAIT_FOR_LOCK)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // Anything less loses acknowledged reports when the power fails.
    connection.pragma_update(None, "synchronous", "FULL")?;
    // What is deleted is overwritten: released counts and old ids do not linger in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    migrate(&mut connection)?;
    Ok(connection)
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i32 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    match found {
        0 => {
            transaction.execute_batch(VERSION_1)?;
            transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?;
        }
        SCHEMA_VERSION => {}
        _ => return Err(StoreError::TooNew { found, known: SCHEMA_VERSION }),
    }
    transaction.commit()?;
    Ok(())
}

/// Empties the write-ahead log, which still holds what was deleted from the file.
pub(super) fn truncate_log(connection: &Connection) -> Result<(), StoreError> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}
