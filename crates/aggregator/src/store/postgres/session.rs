//! One connection and what is known about it.

use std::collections::BTreeSet;

use postgres::{Client, Statement};
use zjtx_wire::Period;

use super::cells;
use super::partitions;
use crate::store::{Arrival, Outcome, StoreError};

/// Takes the first number that no other server has; it is free again when the connection ends.
const TAKE_NUMBER: &str = "SELECT number::int2 FROM generate_series(1, 64) AS number
    WHERE pg_try_advisory_lock(7226212, number) LIMIT 1";

pub(super) struct Session {
    pub(super) client: Client,
    /// The number under which this connection counts; none before its first report.
    writer: Option<i16>,
    /// The statement of counting; none before the first report.
    count: Option<Statement>,
    /// Periods that have a table for their ids.
    partitions: BTreeSet<Period>,
}

impl Session {
    pub(super) fn new(client: Client) -> Self {
        Self { client, writer: None, count: None, partitions: BTreeSet::new() }
    }

    /// Another server may have dropped a period's table.
    pub(super) fn forget_partitions(&mut self) {
        self.partitions.clear();
    }

    pub(super) fn accept(&mut self, batch: &[Arrival]) -> Result<Vec<Outcome>, StoreError> {
        let writer = self.writer()?;
        let new: BTreeSet<Period> = batch
            .iter()
            .map(|arrival| arrival.cell.period)
            .filter(|period| !self.partitions.contains(period))
            .collect();
        if !new.is_empty() {
            let mut transaction = self.client.transaction()?;
            partitions::ensure(&mut transaction, new.iter().copied())?;
            transaction.commit()?;
            self.partitions.extend(new);
        }
        let count = self.count()?;
        let mut transaction = self.client.transaction()?;
        let outcomes = cells::accept(&mut transaction, &count, writer, batch)?;
        transaction.commit()?;
        Ok(outcomes)
    }

    fn count(&mut self) -> Result<Statement, StoreError> {
        if let Some(count) = &self.count {
            return Ok(count.clone());
        }
        Ok(self.count.insert(self.client.prepare(cells::COUNT)?).clone())
    }

    fn writer(&mut self) -> Result<i16, StoreError> {
        if let Some(writer) = self.writer {
            return Ok(writer);
        }
        // Whoever finds no number counts under 0 together with others, only slower.
        let writer = self.client.query_opt(TAKE_NUMBER, &[])?.map_or(Ok(0), |row| row.try_get(0))?;
        self.writer = Some(writer);
        Ok(writer)
    }
}
