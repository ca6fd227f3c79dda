//! Chooses the store by its address.

use std::fmt;
use std::path::PathBuf;

use super::{PostgresStore, SqliteStore, Store, StoreError};

/// Where the data are.
#[derive(Clone, PartialEq, Eq)]
pub enum Database {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL server, by its connection address.
    Postgres(String),
}

impl Database {
    /// A `postgres://` address, or else the path of a SQLite file.
    pub fn from_address(address: &str) -> Self {
        let is_postgres = address.starts_with("postgres://") || address.starts_with("postgresql://");
        if is_postgres { Self::Postgres(address.to_owned()) } else { Self::Sqlite(address.into()) }
    }

    /// Opens one more connection; the first one sets the schema up.
    ///
    /// # Errors
    /// When the database cannot be reached or is of a newer version.
    pub fn open(&self) -> Result<Box<dyn Store>, StoreError> {
        match self {
            Self::Sqlite(file) => Ok(Box::new(SqliteStore::open(file)?)),
            Self::Postgres(address) => Ok(Box::new(PostgresStore::open(address)?)),
        }
    }
}

/// Never prints a password.
impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "{}", file.display()),
            Self::Postgres(_) => f.write_str("postgres://…"),
        }
    }
}
