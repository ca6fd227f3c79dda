//! A store's contents as values, and back.

use rusqlite::Connection;

use super::{add_audit, audits, cells, releases, time, token_weeks, tokens};
use crate::store::{Ledger, StoreError, TokenWeek, Waiting, row};

pub(super) fn ledger(connection: &Connection) -> Result<Ledger, StoreError> {
    Ok(Ledger {
        closings: releases::closings(connection)?,
        increments: releases::increments(connection, None)?,
        tokens: tokens::all(connection)?,
        audits: audits(connection)?,
        clock: time::clock(connection)?,
        token_weeks: weeks(connection, true)?,
    })
}

pub(super) fn waiting(connection: &Connection) -> Result<Waiting, StoreError> {
    Ok(Waiting {
        ids: cells::ids(connection)?,
        key_checks: key_checks(connection)?,
        counts: cells::waiting(connection)?,
        held: cells::held(connection)?,
        busy_days: time::busy_days(connection)?,
        token_weeks: weeks(connection, false)?,
    })
}

/// The tokens of the closed periods, or of the open ones.
fn weeks(connection: &Connection, are_closed: bool) -> Result<Vec<TokenWeek>, StoreError> {
    let closed = releases::closed_through(connection)?;
    Ok(TokenWeek::chosen(token_weeks::all(connection)?, closed, are_closed))
}

fn key_checks(connection: &Connection) -> Result<Vec<(zjtx_wire::Period, [u8; 32])>, StoreError> {
    let mut query = connection.prepare_cached("SELECT period, hash FROM period_key ORDER BY period")?;
    let mut rows = query.query([])?;
    let mut checks = Vec::new();
    while let Some(entry) = rows.next()? {
        let period = row::parsed(&entry.get::<_, String>(0)?, "period")?;
        checks.push((period, row::hash(&entry.get::<_, Vec<u8>>(1)?, "hash")?));
    }
    Ok(checks)
}

pub(super) fn fill(connection: &Connection, ledger: &Ledger, waiting: &Waiting) -> Result<bool, StoreError> {
    for table in ["closing", "release", "token", "audit", "seen", "cell"] {
        let rows: i64 =
            connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
        if rows > 0 {
            return Ok(false);
        }
    }
    ledger.closings.iter().try_for_each(|period| releases::add_closing(connection, *period))?;
    ledger.increments.iter().try_for_each(|increment| releases::insert(connection, increment))?;
    ledger.tokens.iter().try_for_each(|token| tokens::add(connection, token).map(drop))?;
    ledger.audits.iter().try_for_each(|audit| add_audit(connection, audit))?;
    time::restore(connection, &ledger.clock)?;
    for (period, id) in &waiting.ids {
        cells::remember(connection, *period, id)?;
    }
    let mut insert = connection.prepare_cached("INSERT INTO period_key (period, hash) VALUES (?1, ?2)")?;
    for (period, check) in &waiting.key_checks {
        insert.execute(rusqlite::params![period.to_string(), check])?;
    }
    waiting.counts.iter().try_for_each(|count| cells::add(connection, None, *count))?;
    waiting.held.iter().try_for_each(|held| cells::add(connection, Some(held.held), held.count))?;
    let weeks = ledger.token_weeks.iter().chain(&waiting.token_weeks);
    weeks.copied().try_for_each(|week| token_weeks::add(connection, &week))?;
    time::add_busy_days(connection, &waiting.busy_days, jiff::civil::Date::MIN)?;
    Ok(true)
}
