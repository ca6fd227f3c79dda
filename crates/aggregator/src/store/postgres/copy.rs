//! A store's contents as values, and back.

use postgres::{GenericClient, Transaction};

use super::connection::insert_ids;
use super::{add_audit, audits, cells, releases, time, token_weeks, tokens};
use crate::store::{Ledger, StoreError, StoredId, TokenWeek, Waiting, row};

pub(super) fn ledger(client: &mut impl GenericClient) -> Result<Ledger, StoreError> {
    Ok(Ledger {
        closings: releases::closings(client)?,
        increments: releases::increments(client, None)?,
        tokens: tokens::all(client)?,
        audits: audits(client)?,
        clock: time::clock(client)?,
        token_weeks: weeks(client, true)?,
    })
}

pub(super) fn waiting(client: &mut impl GenericClient) -> Result<Waiting, StoreError> {
    let mut ids = Vec::new();
    for entry in client.query("SELECT period, id FROM seen", &[])? {
        let bytes: &[u8] = entry.try_get(1)?;
        let bytes = bytes.try_into().map_err(|_| StoreError::Corrupt("id"))?;
        ids.push((row::parsed(entry.try_get(0)?, "period")?, StoredId::from_bytes(bytes)));
    }
    let mut key_checks = Vec::new();
    for entry in client.query("SELECT period, hash FROM period_key ORDER BY period", &[])? {
        key_checks.push((row::parsed(entry.try_get(0)?, "period")?, row::hash(entry.try_get(1)?, "hash")?));
    }
    Ok(Waiting {
        ids,
        key_checks,
        counts: cells::waiting(client)?,
        held: cells::held(client)?,
        busy_days: time::busy_days(client)?,
        token_weeks: weeks(client, false)?,
    })
}

/// The tokens of the closed periods, or of the open ones.
fn weeks(client: &mut impl GenericClient, are_closed: bool) -> Result<Vec<TokenWeek>, StoreError> {
    let closed = releases::closed_through(client)?;
    Ok(TokenWeek::chosen(token_weeks::all(client)?, closed, are_closed))
}

pub(super) fn fill(
    transaction: &mut Transaction<'_>,
    ledger: &Ledger,
    waiting: &Waiting,
) -> Result<bool, StoreError> {
    for table in ["closing", "release", "token", "audit", "seen", "cell"] {
        let rows: i64 = transaction.query_one(&format!("SELECT count(*) FROM {table}"), &[])?.try_get(0)?;
        if rows > 0 {
            return Ok(false);
        }
    }
    for period in &ledger.closings {
        releases::add_closing(transaction, *period)?;
    }
    for increment in &ledger.increments {
        releases::insert(transaction, increment)?;
    }
    for token in &ledger.tokens {
        tokens::add(transaction, token)?;
    }
    for audit in &ledger.audits {
        add_audit(transaction, audit)?;
    }
    time::restore(transaction, &ledger.clock)?;
    insert_ids(transaction, &waiting.ids)?;
    for (period, check) in &waiting.key_checks {
        let insert = "INSERT INTO period_key (period, hash) VALUES ($1, $2)";
        transaction.execute(insert, &[&period.to_string(), &check.as_slice()])?;
    }
    let ordinary = waiting.counts.iter().map(|count| ((None, count.cell), count.n));
    let held = waiting.held.iter().map(|held| ((Some(held.held), held.count.cell), held.count.n));
    cells::add(transaction, 0, &ordinary.chain(held).collect())?;
    for week in ledger.token_weeks.iter().chain(&waiting.token_weeks) {
        token_weeks::add(transaction, 0, week)?;
    }
    time::add_busy_days(transaction, &waiting.busy_days, jiff::civil::Date::MIN)?;
    Ok(true)
}
