//! The store on a PostgreSQL server, which any number of servers may share.

mod address;
mod cells;
mod connection;
mod copy;
mod partitions;
mod releases;
mod session;
mod time;
mod token_weeks;
mod tokens;

use jiff::Timestamp;
use jiff::civil::Date;
use postgres::error::SqlState;
use postgres::{Client, GenericClient, Transaction};
use zjtx_wire::{District, Period};

pub use self::address::{AddressError, PostgresAddress};
use self::session::Session;
use super::{
    Arrival, Audit, BusyDay, Count, Flush, HeldCount, Increment, LaneChoice, LaneDecision, Ledger, Outcome,
    Plan, Store, StoreError, StoredClock, Token, TokenHash, TokenWeek, Waiting, row,
};
use crate::keys::Keys;

/// How often a transaction is tried that lost against another one.
const ATTEMPTS: usize = 3;

/// A connection to a PostgreSQL server; when it breaks, the next call makes a new one.
pub struct PostgresStore {
    address: PostgresAddress,
    session: Option<Session>,
    /// Whether deleted rows may still lie in the pages.
    is_untidy: bool,
}

impl PostgresStore {
    /// Connects to a schema that this program can work on.
    ///
    /// # Errors
    /// When the server cannot be reached or the schema is of another version.
    pub fn open(address: &PostgresAddress) -> Result<Self, StoreError> {
        let session = Session::new(connection::connect(address)?);
        Ok(Self { address: address.clone(), session: Some(session), is_untidy: true })
    }

    /// Connects; an empty schema gets the tables, an older one is brought up to date.
    ///
    /// # Errors
    /// When the server cannot be reached or the schema is of a newer version.
    pub fn prepare(address: &PostgresAddress, keys: &Keys) -> Result<Self, StoreError> {
        connection::upgrade(address, keys)?;
        Self::open(address)
    }

    fn session(&mut self) -> Result<&mut Session, StoreError> {
        let live = self.session.take().filter(|session| !session.client.is_closed());
        let fresh = || Ok::<_, StoreError>(Session::new(connection::connect(&self.address)?));
        let session = live.map_or_else(fresh, Ok)?;
        Ok(self.session.insert(session))
    }

    fn client(&mut self) -> Result<&mut Client, StoreError> {
        Ok(&mut self.session()?.client)
    }

    /// Runs `work` in one transaction, again when the server asks for that: ids make it harmless.
    fn write<T>(
        &mut self,
        mut work: impl FnMut(&mut Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.repeat(|session| in_transaction(&mut session.client, &mut work))
    }

    fn repeat<T>(
        &mut self,
        mut work: impl FnMut(&mut Session) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut attempt = 1;
        loop {
            let session = self.session()?;
            match work(session) {
                Err(StoreError::Postgres(error)) if may_repeat(&error) && attempt < ATTEMPTS => {
                    session.forget_partitions();
                    attempt += 1;
                }
                result => return result,
            }
        }
    }

    /// Runs `work` in one transaction that sees one moment.
    fn read<T>(
        &mut self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut transaction = self.client()?.transaction()?;
        transaction.batch_execute(
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SET LOCAL statement_timeout = 0",
        )?;
        work(&mut transaction)
    }

    /// Runs `work` and, when it did something, adds to the audit record.
    fn audited(
        &mut self,
        audit: &Audit,
        mut work: impl FnMut(&mut Transaction<'_>) -> Result<bool, StoreError>,
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

fn in_transaction<T>(
    client: &mut Client,
    work: &mut impl FnMut(&mut Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut transaction = client.transaction()?;
    let value = work(&mut transaction)?;
    transaction.commit()?;
    Ok(value)
}

/// A lost race, or the table of a period that another server has dropped.
fn may_repeat(error: &postgres::Error) -> bool {
    let lost =
        [&SqlState::T_R_SERIALIZATION_FAILURE, &SqlState::T_R_DEADLOCK_DETECTED, &SqlState::CHECK_VIOLATION];
    error.code().is_some_and(|code| lost.contains(&code))
}

impl Store for PostgresStore {
    fn flush(&mut self) -> Result<Option<Flush>, StoreError> {
        Ok(None)
    }

    fn accept(&mut self, batch: &[Arrival]) -> Result<Vec<Outcome>, StoreError> {
        self.repeat(|session| session.accept(batch))
    }

    fn waiting(&mut self) -> Result<Vec<Count>, StoreError> {
        cells::waiting(self.client()?)
    }

    fn ids(&mut self) -> Result<i64, StoreError> {
        Ok(self.client()?.query_one("SELECT count(*) FROM seen", &[])?.try_get(0)?)
    }

    fn check_key(&mut self, period: Period, check: &[u8; 32]) -> Result<bool, StoreError> {
        self.write(|transaction| {
            let (period, check) = (period.to_string(), check.as_slice());
            let insert = "INSERT INTO period_key (period, hash) VALUES ($1, $2) ON CONFLICT DO NOTHING";
            transaction.execute(insert, &[&period, &check])?;
            let query = "SELECT hash = $2 FROM period_key WHERE period = $1";
            Ok(transaction.query_one(query, &[&period, &check])?.try_get(0)?)
        })
    }

    fn forget_ids(&mut self, audit: &Audit) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.batch_execute(cells::CLOSING)?;
            partitions::drop_all(transaction)?;
            transaction.batch_execute("DELETE FROM period_key")?;
            add_audit(transaction, audit)
        })
    }

    fn close(&mut self, period: Period, audit: &Audit, plan: &mut Plan<'_>) -> Result<bool, StoreError> {
        self.is_untidy = true;
        self.write(|transaction| releases::close(transaction, period, audit, plan))
    }

    fn closed_through(&mut self) -> Result<Option<Period>, StoreError> {
        releases::closed_through(self.client()?)
    }

    fn reopen_after(&mut self, period: Period, audit: &Audit) -> Result<bool, StoreError> {
        self.audited(audit, |transaction| releases::reopen_after(transaction, period))
    }

    fn increments(&mut self, district: Option<District>) -> Result<Vec<Increment>, StoreError> {
        releases::increments(self.client()?, district)
    }

    fn last_hash(&mut self) -> Result<Option<[u8; 32]>, StoreError> {
        let query = "SELECT hash FROM release ORDER BY seq DESC LIMIT 1";
        let last = self.client()?.query_opt(query, &[])?;
        last.map(|entry| row::hash(entry.try_get(0)?, "hash")).transpose()
    }

    fn held(&mut self) -> Result<Vec<HeldCount>, StoreError> {
        cells::held(self.client()?)
    }

    fn decide(
        &mut self,
        choice: &LaneChoice,
        decision: LaneDecision,
        audit: &Audit,
    ) -> Result<i64, StoreError> {
        self.is_untidy = true;
        self.write(|transaction| {
            add_audit(transaction, audit)?;
            cells::decide(transaction, 0, choice, decision)
        })
    }

    fn add_busy_days(&mut self, days: &[BusyDay], keep_from: Date) -> Result<(), StoreError> {
        self.write(|transaction| time::add_busy_days(transaction, days, keep_from))
    }

    fn busy_days(&mut self) -> Result<Vec<BusyDay>, StoreError> {
        time::busy_days(self.client()?)
    }

    fn note_issued(&mut self, period: Period, n: i64) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.batch_execute(cells::COUNTING)?;
            token_weeks::add(transaction, 0, &TokenWeek { period, issued: n, spent: 0 })
        })
    }

    fn token_weeks(&mut self) -> Result<Vec<TokenWeek>, StoreError> {
        token_weeks::all(self.client()?)
    }

    fn add_token(&mut self, token: &Token, audit: &Audit) -> Result<bool, StoreError> {
        self.audited(audit, |transaction| tokens::add(transaction, token))
    }

    fn token(&mut self, hash: &TokenHash) -> Result<Option<Token>, StoreError> {
        tokens::find(self.client()?, hash)
    }

    fn tokens(&mut self) -> Result<Vec<Token>, StoreError> {
        tokens::all(self.client()?)
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

    /// Clears the pages of deleted counts; what the server's log and archive keep is beyond reach.
    fn tidy(&mut self) -> Result<bool, StoreError> {
        if self.is_untidy {
            self.client()?.batch_execute("VACUUM cell")?;
            self.is_untidy = false;
        }
        Ok(true)
    }

    fn clock(&mut self) -> Result<StoredClock, StoreError> {
        time::clock(self.client()?)
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
        audits(self.client()?)
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

fn add_audit(client: &mut impl GenericClient, audit: &Audit) -> Result<(), StoreError> {
    client.execute(
        "INSERT INTO audit (day, actor, action, detail) VALUES ($1, $2, $3, $4)",
        &[&audit.day.to_string(), &audit.actor, &audit.action, &audit.detail],
    )?;
    Ok(())
}

fn audits(client: &mut impl GenericClient) -> Result<Vec<Audit>, StoreError> {
    let rows = client.query("SELECT day, actor, action, detail FROM audit ORDER BY seq", &[])?;
    let audit = |entry: &postgres::Row| {
        let day = row::parsed(entry.try_get(0)?, "day")?;
        Ok(Audit { day, actor: entry.try_get(1)?, action: entry.try_get(2)?, detail: entry.try_get(3)? })
    };
    rows.iter().map(audit).collect()
}
