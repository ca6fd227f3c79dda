//! The embedded store: one SQLite file.

mod cells;
mod connection;
mod releases;
mod tokens;

use std::path::Path;

use jiff::civil::Date;
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use zjtx_wire::{District, Period};

use super::{
    Arrival, Audit, Count, HeldDay, Increment, LaneDecision, Outcome, Plan, Store, StoreError, Token,
    TokenHash, row,
};

/// A connection to a SQLite file.
pub struct SqliteStore {
    connection: Connection,
}

impl SqliteStore {
    /// Opens a file; a new one gets the schema.
    ///
    /// # Errors
    /// When the file cannot be written or is of a newer version.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: connection::open(file)? })
    }

    /// Runs `work` in one write transaction.
    ///
    /// It is immediate: a transaction that first reads and then writes would get "busy" at once.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = work(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }
}

impl Store for SqliteStore {
    fn accept(&mut self, batch: &[Arrival]) -> Result<Vec<Outcome>, StoreError> {
        self.write(|transaction| cells::accept(transaction, batch))
    }

    fn waiting(&mut self) -> Result<Vec<Count>, StoreError> {
        cells::waiting(&self.connection)
    }

    fn ids(&mut self) -> Result<i64, StoreError> {
        Ok(self.connection.query_row("SELECT count(*) FROM seen", [], |row| row.get(0))?)
    }

    fn close(&mut self, period: Period, audit: &Audit, plan: &mut Plan<'_>) -> Result<bool, StoreError> {
        self.write(|transaction| releases::close(transaction, period, audit, plan))
    }

    fn closed_through(&mut self) -> Result<Option<Period>, StoreError> {
        releases::closed_through(&self.connection)
    }

    fn increments(&mut self, district: Option<District>) -> Result<Vec<Increment>, StoreError> {
        releases::increments(&self.connection, district)
    }

    fn held_days(&mut self) -> Result<Vec<HeldDay>, StoreError> {
        cells::held_days(&self.connection)
    }

    fn decide(&mut self, day: Date, decision: LaneDecision, audit: &Audit) -> Result<i64, StoreError> {
        self.write(|transaction| {
            add_audit(transaction, audit)?;
            cells::decide(transaction, day, decision)
        })
    }

    fn add_token(&mut self, token: &Token, audit: &Audit) -> Result<bool, StoreError> {
        self.write(|transaction| tokens::add(transaction, token, audit))
    }

    fn token(&mut self, hash: &TokenHash) -> Result<Option<Token>, StoreError> {
        tokens::find(&self.connection, hash)
    }

    fn tokens(&mut self) -> Result<Vec<Token>, StoreError> {
        tokens::all(&self.connection)
    }

    fn revoke_token(&mut self, label: &str, audit: &Audit) -> Result<bool, StoreError> {
        self.write(|transaction| tokens::revoke(transaction, label, audit))
    }

    fn touch_token(&mut self, hash: &TokenHash, day: Date) -> Result<(), StoreError> {
        self.write(|transaction| tokens::touch(transaction, hash, day))
    }

    fn purge(&mut self, held_before: Date, tokens_before: Date) -> Result<(), StoreError> {
        self.write(|transaction| {
            cells::purge(transaction, held_before)?;
            tokens::purge(transaction, tokens_before)
        })?;
        connection::truncate_log(&self.connection)
    }

    fn audits(&mut self) -> Result<Vec<Audit>, StoreError> {
        let mut query =
            self.connection.prepare_cached("SELECT day, actor, action, detail FROM audit ORDER BY seq")?;
        let mut rows = query.query([])?;
        let mut audits = Vec::new();
        while let Some(entry) = rows.next()? {
            let day = row::parsed(&entry.get::<_, String>(0)?, "day")?;
            audits.push(Audit { day, actor: entry.get(1)?, action: entry.get(2)?, detail: entry.get(3)? });
        }
        Ok(audits)
    }

    fn ping(&mut self) -> Result<(), StoreError> {
        self.write(|transaction| releases::closed_through(transaction).map(drop))
    }

    fn back_up(&mut self, file: &Path) -> Result<(), StoreError> {
        self.connection.execute("VACUUM INTO ?1", [file.to_string_lossy()])?;
        Ok(())
    }
}

fn add_audit(connection: &Connection, audit: &Audit) -> Result<(), StoreError> {
    let mut insert = connection
        .prepare_cached("INSERT INTO audit (day, actor, action, detail) VALUES (?1, ?2, ?3, ?4)")?;
    insert.execute(params![audit.day.to_string(), audit.actor, audit.action, audit.detail])?;
    Ok(())
}
