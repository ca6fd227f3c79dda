//! Ids and waiting counts.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::{Connection, params};

use super::releases::closed_through;
use crate::store::{Arrival, Count, HeldDay, LaneDecision, Outcome, StoreError, row};

/// What the column `held_day` says in the ordinary lane.
const ORDINARY: &str = "";

pub(super) fn accept(connection: &Connection, batch: &[Arrival]) -> Result<Vec<Outcome>, StoreError> {
    let closed = closed_through(connection)?;
    let mut outcomes = Vec::with_capacity(batch.len());
    let mut added = BTreeMap::new();
    for arrival in batch {
        let outcome = match closed {
            Some(closed) if arrival.cell.period <= closed => Outcome::Closed,
            _ => remember(connection, arrival)?,
        };
        if outcome == Outcome::Counted {
            *added.entry((arrival.held, arrival.cell)).or_insert(0) += 1;
        }
        outcomes.push(outcome);
    }
    for ((held, cell), n) in added {
        add(connection, held, Count { cell, n })?;
    }
    Ok(outcomes)
}

fn remember(connection: &Connection, arrival: &Arrival) -> Result<Outcome, StoreError> {
    let mut insert = connection.prepare_cached("INSERT OR IGNORE INTO seen (period, id) VALUES (?1, ?2)")?;
    let inserted = insert.execute(params![arrival.cell.period.to_string(), arrival.id.as_bytes()])?;
    Ok(if inserted == 1 { Outcome::Counted } else { Outcome::Repeated })
}

fn add(connection: &Connection, held: Option<Date>, count: Count) -> Result<(), StoreError> {
    let mut upsert = connection.prepare_cached(
        "INSERT INTO cell (period, held_day, pack, district, verdict, n) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT DO UPDATE SET n = n + excluded.n",
    )?;
    let held_day = held.map_or(ORDINARY.to_owned(), |day| day.to_string());
    let (period, cell) = (count.cell.period.to_string(), count.cell);
    let codes = (cell.pack.code(), cell.district.code(), cell.verdict.code());
    upsert.execute(params![period, held_day, codes.0, codes.1, codes.2, count.n])?;
    Ok(())
}

pub(super) fn waiting(connection: &Connection) -> Result<Vec<Count>, StoreError> {
    in_lane(connection, ORDINARY)
}

fn in_lane(connection: &Connection, held_day: &str) -> Result<Vec<Count>, StoreError> {
    let mut query = connection.prepare_cached(
        "SELECT period, pack, district, verdict, n FROM cell WHERE held_day = ?1
         ORDER BY period, pack, district, verdict",
    )?;
    let mut rows = query.query([held_day])?;
    let mut counts = Vec::new();
    while let Some(entry) = rows.next()? {
        let text = |column| entry.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
        let cell = row::cell([text(0)?, text(1)?, text(2)?, text(3)?])?;
        counts.push(Count { cell, n: entry.get(4)? });
    }
    Ok(counts)
}

pub(super) fn held_days(connection: &Connection) -> Result<Vec<HeldDay>, StoreError> {
    let mut query = connection.prepare_cached(
        "SELECT held_day, sum(n) FROM cell WHERE held_day <> ?1 GROUP BY held_day ORDER BY held_day",
    )?;
    let mut rows = query.query([ORDINARY])?;
    let mut days = Vec::new();
    while let Some(entry) = rows.next()? {
        let day = row::parsed(&entry.get::<_, String>(0)?, "held_day")?;
        days.push(HeldDay { day, n: entry.get(1)? });
    }
    Ok(days)
}

pub(super) fn decide(connection: &Connection, day: Date, decision: LaneDecision) -> Result<i64, StoreError> {
    let counts = in_lane(connection, &day.to_string())?;
    connection.execute("DELETE FROM cell WHERE held_day = ?1", [day.to_string()])?;
    if decision == LaneDecision::Accept {
        counts.iter().try_for_each(|count| add(connection, None, *count))?;
    }
    Ok(counts.iter().map(|count| count.n).sum())
}

pub(super) fn purge(connection: &Connection, held_before: Date) -> Result<(), StoreError> {
    let day = held_before.to_string();
    connection.execute("DELETE FROM cell WHERE held_day <> ?1 AND held_day < ?2", [ORDINARY, &day])?;
    Ok(())
}
