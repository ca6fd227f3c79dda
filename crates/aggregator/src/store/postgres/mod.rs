//! The store on a PostgreSQL server.

mod cells;
mod connection;
mod releases;
mod tokens;

use std::path::Path;

use jiff::civil::Date;
use postgres::error::SqlState;
use postgres::{Client, GenericClient, Transaction};
use zjtx_wire::{District, Period};

use super::{
    Arrival, Audit, Count, HeldDay, Increment, LaneDecision, Outcome, Plan, Store, StoreError, Token,
    TokenHash, row,
};

/// How often a transaction is tried that lost against another one.
const ATTEMPTS: usize = 3;

/// A connection to a PostgreSQL server; when it breaks, the next call makes a new one.
pub struct PostgresStore {
    address: String,
    client: Option<Client>,
}

impl PostgresStore {
    /// Connects; an empty schema gets the tables.
    ///
    /// # Errors
    /// When the server cannot be reached or the schema is of a newer version.
    pub fn open(address: &str) -> Result<Self, StoreError> {
        let mut client = connection::connect(address)?;
        connection::migrate(&mut client)?;
        Ok(Self { address: address.to_owned(), client: Some(client) })
    }

    fn client(&mut self) -> Result<&mut Client, StoreError> {
        let live = self.client.take().filter(|client| !client.is_closed());
        let client = live.map_or_else(|| connection::connect(&self.address), Ok)?;
        Ok(self.client.insert(client))
    }

    /// Runs `work` in one transaction, again when the server asks for that: ids make it harmless.
    fn write<T>(
        &mut self,
        mut work: impl FnMut(&mut Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut attempt = 1;
        loop {
            match write_once(self.client()?, &mut work) {
                Err(StoreError::Postgres(error)) if may_retry(&error) && attempt < ATTEMPTS => attempt += 1,
                result => return result,
            }
        }
    }
}

fn write_once<T>(
    client: &mut Client,
    work: &mut impl FnMut(&mut Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut transaction = client.transaction()?;
    let value = work(&mut transaction)?;
    transaction.commit()?;
    Ok(value)
}

fn may_retry(error: &postgres::Error) -> bool {
    let lost = [&SqlState::T_R_SERIALIZATION_FAILURE, &SqlState::T_R_DEADLOCK_DETECTED];
    error.code().is_some_and(|code| lost.contains(&code))
}

impl Store for PostgresStore {
    fn accept(&mut self, batch: &[Arrival]) -> Result<Vec<Outcome>, StoreError> {
        self.write(|transaction| cells::accept(transaction, batch))
    }

    fn waiting(&mut self) -> Result<Vec<Count>, StoreError> {
        cells::waiting(self.client()?)
    }

    fn ids(&mut self) -> Result<i64, StoreError> {
        Ok(self.client()?.query_one("SELECT count(*) FROM seen", &[])?.try_get(0)?)
    }

    fn close(&mut self, period: Period, audit: &Audit, plan: &mut Plan<'_>) -> Result<bool, StoreError> {
        self.write(|transaction| releases::close(transaction, period, audit, plan))
    }

    fn closed_through(&mut self) -> Result<Option<Period>, StoreError> {
        releases::closed_through(self.client()?)
    }

    fn increments(&mut self, district: Option<District>) -> Result<Vec<Increment>, StoreError> {
        releases::increments(self.client()?, district)
    }

    fn held_days(&mut self) -> Result<Vec<HeldDay>, StoreError> {
        cells::held_days(self.client()?)
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
        tokens::find(self.client()?, hash)
    }

    fn tokens(&mut self) -> Result<Vec<Token>, StoreError> {
        tokens::all(self.client()?)
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
        })
    }

    fn audits(&mut self) -> Result<Vec<Audit>, StoreError> {
        let rows = self.client()?.query("SELECT day, actor, action, detail FROM audit ORDER BY seq", &[])?;
        let audit = |entry: &postgres::Row| {
            let day = row::parsed(entry.try_get(0)?, "day")?;
            Ok(Audit { day, actor: entry.try_get(1)?, action: entry.try_get(2)?, detail: entry.try_get(3)? })
        };
        rows.iter().map(audit).collect()
    }

    fn ping(&mut self) -> Result<(), StoreError> {
        self.write(|transaction| Ok(transaction.batch_execute("LOCK TABLE cell IN ROW EXCLUSIVE MODE")?))
    }

    fn back_up(&mut self, _: &Path) -> Result<(), StoreError> {
        Err(StoreError::UsePgDump)
    }
}

fn add_audit(client: &mut impl GenericClient, audit: &Audit) -> Result<(), StoreError> {
    client.execute(
        "INSERT INTO audit (day, actor, action, detail) VALUES ($1, $2, $3, $4)",
        &[&audit.day.to_string(), &audit.actor, &audit.action, &audit.detail],
    )?;
    Ok(())
}
