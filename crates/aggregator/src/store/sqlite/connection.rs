//! Opens the file and brings its schema up to date.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::upgrade;
use crate::keys::Keys;
use crate::store::{SCHEMA_VERSION, StoreError};

const SCHEMA: &str = concat!(include_str!("schema.sql"), include_str!("new_in_3.sql"));
const NEW_IN_3: &str = include_str!("new_in_3.sql");

/// How long a writer waits for another process, such as the command line.
const WAIT_FOR_LOCK: Duration = Duration::from_secs(5);

/// Bytes of a page. Ids lie where chance wills, so that a report writes a page: a small one.
const PAGE: u32 = 2048;

/// Kibibytes of pages that are kept in memory.
const CACHE: i64 = 12 * 1024;

/// Pages of the log after which a commit takes them over into the file. Sooner, the same pages would be taken over again
/// and again.
const LOG_PAGES: u32 = 8_000;

/// How long wiping waits for readers: nobody's report shall wait for them.
const WAIT_FOR_READERS: Duration = Duration::from_millis(20);

/// Opens a file that is there and of this version.
pub(super) fn open(file: &Path) -> Result<Connection, StoreError> {
    let connection = open_any(file)?;
    match version(&connection)? {
        SCHEMA_VERSION => Ok(connection),
        found if found > SCHEMA_VERSION => Err(StoreError::TooNew { found, known: SCHEMA_VERSION }),
        found => Err(StoreError::TooOld { found }),
    }
}

/// Makes a new file, which only its owner may read.
pub(super) fn create(file: &Path) -> Result<Connection, StoreError> {
    if file.exists() {
        return Err(StoreError::Exists(file.to_owned()));
    }
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
    let mut connection = open_any(file)?;
    in_transaction(&mut connection, |transaction| {
        transaction.execute_batch(SCHEMA)?;
        Ok(transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?)
    })?;
    truncate_log(&connection)?;
    Ok(connection)
}

/// The write-ahead log of a file that is open.
pub(super) fn log(file: &Path) -> Result<File, StoreError> {
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    Ok(File::open(name)?)
}

/// Brings a file of an older version up to date.
pub(super) fn upgrade(file: &Path, keys: &Keys) -> Result<(), StoreError> {
    let mut connection = open_any(file)?;
    in_transaction(&mut connection, |transaction| match version(transaction)? {
        // A file without anything in it.
        0 => {
            transaction.execute_batch(SCHEMA)?;
            Ok(transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?)
        }
        1 => upgrade::from_1(transaction, SCHEMA, keys),
        2 => {
            transaction.execute_batch(NEW_IN_3)?;
            Ok(transaction.pragma_update(None, "user_version", SCHEMA_VERSION)?)
        }
        _ => Ok(()),
    })?;
    truncate_log(&connection).map(drop)
}

fn open_any(file: &Path) -> Result<Connection, StoreError> {
    if !file.exists() {
        return Err(StoreError::Missing(file.to_owned()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(WAIT_FOR_LOCK)?;
    // It holds for files that are still empty.
    connection.pragma_update(None, "page_size", PAGE)?;
    connection.pragma_update(None, "cache_size", -CACHE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES)?;
    // The log is brought to the disk before the file is written, and otherwise when the store says so.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    // What is deleted is overwritten: released counts and old ids do not linger in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

fn version(connection: &Connection) -> Result<i32, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

fn in_transaction(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    work(&transaction)?;
    Ok(transaction.commit()?)
}

/// Empties the write-ahead log, which tells the order of the commits and still holds what was deleted
/// from the file. False while a reader is in the way.
pub(super) fn truncate_log(connection: &Connection) -> Result<bool, StoreError> {
    connection.busy_timeout(WAIT_FOR_READERS)?;
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    connection.busy_timeout(WAIT_FOR_LOCK)?;
    match busy {
        Ok(busy) => Ok(busy == 0),
        // The checkpoint itself found a lock.
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
