//! Chooses the store by its address.

use std::fmt;
use std::path::{Path, PathBuf};

use super::postgres::{AddressError, PostgresAddress};
use super::{PostgresStore, SqliteStore, Store, StoreError};
use crate::keys::Keys;

/// Where the data are.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL server.
    Postgres(Box<PostgresAddress>),
}

impl Database {
    /// A `postgres://` address, or else the path of a SQLite file.
    ///
    /// # Errors
    /// When it is neither, or the way to the server is not private.
    pub fn from_address(address: &str, ca_file: Option<&Path>) -> Result<Self, AddressError> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            return Ok(Self::Postgres(Box::new(PostgresAddress::parse(address, ca_file)?)));
        }
        let is_path = !address.is_empty() && !address.contains("://") && !address.contains('=');
        if is_path { Ok(Self::Sqlite(address.into())) } else { Err(AddressError::NotAnAddress) }
    }

    /// Opens one more connection to a database that is there and of this version.
    ///
    /// # Errors
    /// When the database is missing, cannot be reached or is of another version.
    pub fn open(&self) -> Result<Box<dyn Store>, StoreError> {
        match self {
            Self::Sqlite(file) => Ok(Box::new(SqliteStore::open(file)?)),
            Self::Postgres(address) => Ok(Box::new(PostgresStore::open(address)?)),
        }
    }

    /// Opens a connection after setting a new database up or bringing an older one up to date.
    ///
    /// # Errors
    /// When the database cannot be reached or is of a newer version.
    pub fn prepare(&self, keys: &Keys) -> Result<Box<dyn Store>, StoreError> {
        match self {
            Self::Sqlite(file) => Ok(Box::new(SqliteStore::prepare(file, keys)?)),
            Self::Postgres(address) => Ok(Box::new(PostgresStore::prepare(address, keys)?)),
        }
    }
}

/// Never prints a password.
impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "{}", file.display()),
            Self::Postgres(address) => write!(f, "{address:?}"),
        }
    }
}
