//! Ids and waiting counts.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::{Connection, Row, params};
use zjtx_wire::{District, PackCode, Period};

use super::{releases::closed_through, token_weeks};
use crate::store::{
    Arrival, Count, Held, HeldCount, HeldReason, Lane, LaneChoice, LaneDecision, Outcome, StoreError,
    StoredId, TokenWeek, row,
};

const COLUMNS: &str = "period, pack, district, verdict, n, held_day, reason";

pub(super) fn accept(connection: &Connection, batch: &[Arrival]) -> Result<Vec<Outcome>, StoreError> {
    let closed = closed_through(connection)?;
    let mut outcomes = Vec::with_capacity(batch.len());
    let mut added = BTreeMap::new();
    for arrival in batch {
        let outcome = match closed {
            Some(closed) if arrival.cell.period <= closed => Outcome::Closed,
            _ => remember(connection, arrival.cell.period, &arrival.id)?,
        };
        if outcome == Outcome::Counted {
            *added.entry((arrival.held, arrival.cell)).or_insert(0) += 1;
        }
        outcomes.push(outcome);
    }
    for ((held, cell), n) in added {
        add(connection, held, Count { cell, n })?;
        if cell.lane == Lane::Token {
            token_weeks::add(connection, &TokenWeek { period: cell.period, issued: 0, spent: n })?;
        }
    }
    Ok(outcomes)
}

pub(super) fn remember(
    connection: &Connection,
    period: Period,
    id: &StoredId,
) -> Result<Outcome, StoreError> {
    let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO seen (period, id) VALUES (?1, ?2)")?;
    let inserted = insert.execute(params![period.to_string(), id.as_bytes()])?;
    Ok(if inserted == 1 { Outcome::Counted } else { Outcome::Repeated })
}

pub(super) fn ids(connection: &Connection) -> Result<Vec<(Period, StoredId)>, StoreError> {
    let mut query = connection.prepare_cached("SELECT period, id FROM seen")?;
    let mut rows = query.query([])?;
    let mut ids = Vec::new();
    while let Some(entry) = rows.next()? {
        let period = row::parsed(&entry.get::<_, String>(0)?, "period")?;
        ids.push((period, StoredId::from_bytes(entry.get(1)?)));
    }
    Ok(ids)
}

pub(super) fn add(connection: &Connection, held: Option<Held>, count: Count) -> Result<(), StoreError> {
    let mut upsert = connection.prepare_cached(
        "INSERT INTO cell (period, held_day, reason, pack, district, verdict, n)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT DO UPDATE SET n = n + excluded.n",
    )?;
    let (period, cell) = (count.cell.period.to_string(), count.cell);
    let codes = (cell.pack.code(), cell.district.code(), cell.verdict.code());
    let (held_day, reason) = row::place(held, cell.lane);
    upsert.execute(params![period, held_day, reason, codes.0, codes.1, codes.2, count.n])?;
    Ok(())
}

pub(super) fn waiting(connection: &Connection) -> Result<Vec<Count>, StoreError> {
    let mut query = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM cell WHERE held_day = '' ORDER BY period, pack, district, verdict, reason"
    ))?;
    let mut rows = query.query([])?;
    let mut counts = Vec::new();
    while let Some(entry) = rows.next()? {
        let lane = row::lane(entry.get_ref(6)?.as_str().map_err(rusqlite::Error::from)?)?;
        counts.push(count(entry, lane)?);
    }
    Ok(counts)
}

pub(super) fn held(connection: &Connection) -> Result<Vec<HeldCount>, StoreError> {
    let mut query = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM cell WHERE held_day <> ''
         ORDER BY held_day, reason, period, pack, district, verdict"
    ))?;
    let mut rows = query.query([])?;
    let mut counts = Vec::new();
    while let Some(entry) = rows.next()? {
        counts.push(held_count(entry)?);
    }
    Ok(counts)
}

fn count(entry: &Row<'_>, lane: Lane) -> Result<Count, StoreError> {
    let text = |column| entry.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
    let cell = row::cell([text(0)?, text(1)?, text(2)?, text(3)?], lane)?;
    Ok(Count { cell, n: entry.get(4)? })
}

fn held_count(entry: &Row<'_>) -> Result<HeldCount, StoreError> {
    let held = row::held(&entry.get::<_, String>(5)?, &entry.get::<_, String>(6)?)?;
    Ok(HeldCount { held, count: count(entry, Lane::Open)? })
}

pub(super) fn decide(
    connection: &Connection,
    choice: &LaneChoice,
    decision: LaneDecision,
) -> Result<i64, StoreError> {
    let mut delete = connection.prepare_cached(&format!(
        "DELETE FROM cell WHERE held_day = ?1 AND (?2 IS NULL OR district = ?2)
            AND (?3 IS NULL OR pack = ?3) AND (?4 IS NULL OR reason = ?4) RETURNING {COLUMNS}"
    ))?;
    let mut rows = delete.query(params![
        choice.day.to_string(),
        choice.district.as_ref().map(District::code),
        choice.pack.as_ref().map(PackCode::code),
        choice.reason.map(HeldReason::code),
    ])?;
    let mut counts = Vec::new();
    while let Some(entry) = rows.next()? {
        counts.push(count(entry, Lane::Open)?);
    }
    if decision == LaneDecision::Accept {
        counts.iter().try_for_each(|count| add(connection, None, *count))?;
    }
    Ok(counts.iter().map(|count| count.n).sum())
}

pub(super) fn purge(connection: &Connection, held_before: Date) -> Result<(), StoreError> {
    let day = held_before.to_string();
    connection.execute("DELETE FROM cell WHERE held_day <> '' AND held_day < ?1", [&day])?;
    Ok(())
}
