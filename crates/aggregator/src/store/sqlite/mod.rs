//! The embedded store: one SQLite file.

mod cells;
mod connection;
mod copy;
mod releases;
mod time;
mod token_weeks;
mod tokens;
mod upgrade;

use std::fs::File;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use zjtx_wire::{District, Period};

use super::{
    Arrival, Audit, BusyDay, Count, Flush, HeldCount, Increment, LaneChoice, LaneDecision, Ledger, Outcome,
    Plan, Store, StoreError, StoredClock, Token, TokenHash, TokenWeek, Waiting, row,
};
use crate::keys::Keys;

/// A connection to a SQLite file.
pub struct SqliteStore {
    connection: Connection,
    file: PathBuf,
    /// The write-ahead log. A commit only writes there; it is brought to the disk through this.
    log: File,
}

impl SqliteStore {
    /// Opens a file of this version.
    ///
    /// # Errors
    /// When the file is missing, cannot be written or is of another version.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        Self::over(connection::open(file)?, file)
    }

    /// Makes a new file.
    ///
    /// # Errors
    /// When the file is there already or cannot be written.
    pub fn create(file: &Path) -> Result<Self, StoreError> {
        Self::over(connection::create(file)?, file)
    }

    fn over(connection: Connection, file: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection, file: file.to_owned(), log: connection::log(file)? })
    }

    /// Opens a file; a missing one is made, an older one is brought up to date.
    ///
    /// # Errors
    /// When the file cannot be written or is of a newer version.
    pub fn prepare(file: &Path, keys: &Keys) -> Result<Self, StoreError> {
        if !file.exists() {
            return Self::create(file);
        }
        connection::upgrade(file, keys)?;
        Self::open(file)
    }

    /// Runs `work` in one write transaction, and brings it to the disk.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let value = self.commit(work)?;
        self.log.sync_data()?;
        Ok(value)
    }

    /// Runs `work` in one write transaction.
    ///
    /// It is immediate: a transaction that first reads and then writes would get "busy" at once.
    fn commit<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = work(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }

    /// Runs `work` in one transaction that sees one moment.
    fn read<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        work(&self.connection.transaction()?)
    }

    /// Runs `work` and, when it did something, adds to the audit record.
    fn audited(
        &mut self,
        audit: &Audit,
        work: impl FnOnce(&Transaction<'_>) -> Result<bool, StoreError>,
    ) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let done = work(transaction)?;
            if done {
                add_audit(transaction, audit)?;
            }
            Ok(done)
        })
    }
}

impl Store for SqliteStore {
    fn flush(&mut self) -> Result<Option<Flush>, StoreError> {
        // Opened once more: the system tells a failure once to each that has the log open, and whoever answers reports must
        // learn of all.
        let log = connection::log(&self.file)?;
        Ok(Some(Box::new(move || Ok(log.sync_data()?))))
    }

    fn accept(&mut self, batch: &[Arrival]) -> Result<Vec<Outcome>, StoreError> {
        self.commit(|transaction| cells::accept(transaction, batch))
    }

    fn waiting(&mut self) -> Result<Vec<Count>, StoreError> {
        cells::waiting(&self.connection)
    }

    fn ids(&mut self) -> Result<i64, StoreError> {
        Ok(self.connection.query_row("SELECT count(*) FROM seen", [], |row| row.get(0))?)
    }

    fn check_key(&mut self, period: Period, check: &[u8; 32]) -> Result<bool, StoreError> {
        let known = known_key(&self.connection, period)?;
        if let Some(known) = known {
            return Ok(known == check);
        }
        self.write(|transaction| {
            let insert = "INSERT OR IGNORE INTO period_key (period, hash) VALUES (?1, ?2)";
            transaction.execute(insert, params![period.to_string(), check])?;
            Ok(known_key(transaction, period)?.is_some_and(|known| known == check))
        })
    }

    fn forget_ids(&mut self, audit: &Audit) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute_batch("DELETE FROM seen; DELETE FROM period_key")?;
            add_audit(transaction, audit)
        })
    }

    fn close(&mut self, period: Period, audit: &Audit, plan: &mut Plan<'_>) -> Result<bool, StoreError> {
        self.write(|transaction| releases::close(transaction, period, audit, plan))
    }

    fn closed_through(&mut self) -> Result<Option<Period>, StoreError> {
        releases::closed_through(&self.connection)
    }

    fn reopen_after(&mut self, period: Period, audit: &Audit) -> Result<bool, StoreError> {
        self.audited(audit, |transaction| releases::reopen_after(transaction, period))
    }

    fn increments(&mut self, district: Option<District>) -> Result<Vec<Increment>, StoreError> {
        releases::increments(&self.connection, district)
    }

    fn last_hash(&mut self) -> Result<Option<[u8; 32]>, StoreError> {
        let query = "SELECT hash FROM release ORDER BY seq DESC LIMIT 1";
        Ok(self.connection.query_row(query, [], |row| row.get(0)).optional()?)
    }

    fn held(&mut self) -> Result<Vec<HeldCount>, StoreError> {
        cells::held(&self.connection)
    }

    fn decide(
        &mut self,
        choice: &LaneChoice,
        decision: LaneDecision,
        audit: &Audit,
    ) -> Result<i64, StoreError> {
        self.write(|transaction| {
            add_audit(transaction, audit)?;
            cells::decide(transaction, choice, decision)
        })
    }

    fn add_busy_days(&mut self, days: &[BusyDay], keep_from: Date) -> Result<(), StoreError> {
        self.write(|transaction| time::add_busy_days(transaction, days, keep_from))
    }

    fn busy_days(&mut self) -> Result<Vec<BusyDay>, StoreError> {
        time::busy_days(&self.connection)
    }

    fn note_issued(&mut self, period: Period, n: i64) -> Result<(), StoreError> {
        self.write(|transaction| token_weeks::add(transaction, &TokenWeek { period, issued: n, spent: 0 }))
    }

    fn token_weeks(&mut self) -> Result<Vec<TokenWeek>, StoreError> {
        token_weeks::all(&self.connection)
    }

    fn add_token(&mut self, token: &Token, audit: &Audit) -> Result<bool, StoreError> {
        self.audited(audit, |transaction| tokens::add(transaction, token))
    }

    fn token(&mut self, hash: &TokenHash) -> Result<Option<Token>, StoreError> {
        tokens::find(&self.connection, hash)
    }

    fn tokens(&mut self) -> Result<Vec<Token>, StoreError> {
        tokens::all(&self.connection)
    }

    fn revoke_token(&mut self, label: &str, audit: &Audit) -> Result<bool, StoreError> {
        self.audited(audit, |transaction| tokens::revoke(transaction, label, audit.day))
    }

    fn touch_token(&mut self, hash: &TokenHash, audit: &Audit) -> Result<(), StoreError> {
        self.audited(audit, |transaction| tokens::touch(transaction, hash, audit.day)).map(drop)
    }

    fn purge(&mut self, held_before: Date, tokens_before: Date) -> Result<(), StoreError> {
        self.write(|transaction| {
            cells::purge(transaction, held_before)?;
            tokens::purge(transaction, tokens_before)
        })
    }

    fn tidy(&mut self) -> Result<bool, StoreError> {
        connection::truncate_log(&self.connection)
    }

    fn clock(&mut self) -> Result<StoredClock, StoreError> {
        time::clock(&self.connection)
    }

    fn note_time(&mut self, now: Timestamp, running: Period) -> Result<(), StoreError> {
        self.write(|transaction| time::note(transaction, now, running))
    }

    fn set_time(&mut self, now: Timestamp, audit: &Audit) -> Result<(), StoreError> {
        self.write(|transaction| {
            add_audit(transaction, audit)?;
            time::set(transaction, now)
        })
    }

    fn audits(&mut self) -> Result<Vec<Audit>, StoreError> {
        audits(&self.connection)
    }

    fn ping(&mut self) -> Result<(), StoreError> {
        self.write(|transaction| time::beat(transaction))
    }

    fn ledger(&mut self) -> Result<Ledger, StoreError> {
        self.read(|transaction| copy::ledger(transaction))
    }

    fn contents(&mut self) -> Result<(Ledger, Waiting), StoreError> {
        self.read(|transaction| Ok((copy::ledger(transaction)?, copy::waiting(transaction)?)))
    }

    fn fill(&mut self, ledger: &Ledger, waiting: &Waiting) -> Result<bool, StoreError> {
        self.write(|transaction| copy::fill(transaction, ledger, waiting))
    }
}

fn known_key(connection: &Connection, period: Period) -> Result<Option<Vec<u8>>, StoreError> {
    let mut query = connection.prepare_cached("SELECT hash FROM period_key WHERE period = ?1")?;
    Ok(query.query_row([period.to_string()], |row| row.get(0)).optional()?)
}

fn add_audit(connection: &Connection, audit: &Audit) -> Result<(), StoreError> {
    let mut insert = connection
        .prepare_cached("INSERT INTO audit (day, actor, action, detail) VALUES (?1, ?2, ?3, ?4)")?;
    insert.execute(params![audit.day.to_string(), audit.actor, audit.action, audit.detail])?;
    Ok(())
}

fn audits(connection: &Connection) -> Result<Vec<Audit>, StoreError> {
    let mut query = connection.prepare_cached("SELECT day, actor, action, detail FROM audit ORDER BY seq")?;
    let mut rows = query.query([])?;
    let mut audits = Vec::new();
    while let Some(entry) = rows.next()? {
        let day = row::parsed(&entry.get::<_, String>(0)?, "day")?;
        audits.push(Audit { day, actor: entry.get(1)?, action: entry.get(2)?, detail: entry.get(3)? });
    }
    Ok(audits)
}
