//! Releases and closed periods.

use rusqlite::{Connection, Row, params};
use zjtx_wire::{District, Period};

use super::{add_audit, cells, time, token_weeks};
use crate::store::{Audit, ClosingInput, Count, Increment, Plan, StoreError, row};

pub(super) fn close(
    connection: &Connection,
    period: Period,
    audit: &Audit,
    plan: &mut Plan<'_>,
) -> Result<bool, StoreError> {
    if closed_through(connection)?.is_some_and(|closed| closed >= period) {
        return Ok(false);
    }
    let mut waiting = cells::waiting(connection)?;
    waiting.retain(|count: &Count| count.cell.period <= period);
    let (increments, began) = (increments(connection, None)?, time::clock(connection)?.began);
    for increment in plan(&ClosingInput { waiting: &waiting, increments: &increments, began }) {
        insert(connection, &increment)?;
        scrub(connection, &increment)?;
    }
    for table in ["seen", "period_key"] {
        connection.execute(&format!("DELETE FROM {table} WHERE period <= ?1"), [period.to_string()])?;
    }
    token_weeks::round(connection, period)?;
    add_closing(connection, period)?;
    add_audit(connection, audit)?;
    Ok(true)
}

pub(super) fn add_closing(connection: &Connection, period: Period) -> Result<(), StoreError> {
    connection.execute("INSERT INTO closing (period) VALUES (?1)", [period.to_string()])?;
    Ok(())
}

pub(super) fn closings(connection: &Connection) -> Result<Vec<Period>, StoreError> {
    let mut query = connection.prepare_cached("SELECT period FROM closing ORDER BY period")?;
    let mut rows = query.query([])?;
    let mut closings = Vec::new();
    while let Some(entry) = rows.next()? {
        closings.push(row::parsed(&entry.get::<_, String>(0)?, "period")?);
    }
    Ok(closings)
}

pub(super) fn reopen_after(connection: &Connection, period: Period) -> Result<bool, StoreError> {
    let query = "SELECT count(*) FROM release WHERE to_period > ?1";
    let released: i64 = connection.query_row(query, [period.to_string()], |row| row.get(0))?;
    let reopened = match released {
        0 => connection.execute("DELETE FROM closing WHERE period > ?1", [period.to_string()])?,
        _ => 0,
    };
    Ok(reopened > 0)
}

pub(super) fn closed_through(connection: &Connection) -> Result<Option<Period>, StoreError> {
    let mut query = connection.prepare_cached("SELECT max(period) FROM closing")?;
    let period: Option<String> = query.query_row([], |row| row.get(0))?;
    period.map(|text| row::parsed(&text, "period")).transpose()
}

pub(super) fn insert(connection: &Connection, increment: &Increment) -> Result<(), StoreError> {
    let [met, unmet, undetermined, vetoed] = increment.counts;
    connection.execute(
        "INSERT INTO release (seq, district, pack, from_period, to_period, met, unmet, undetermined, vetoed,
            noise, nonce, previous_hash, hash, lane)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        params![
            increment.seq,
            increment.district.code(),
            increment.pack.code(),
            increment.from.to_string(),
            increment.to.to_string(),
            met,
            unmet,
            undetermined,
            vetoed,
            increment.noise,
            increment.nonce,
            increment.previous_hash,
            increment.hash,
            increment.lane.code()
        ],
    )?;
    Ok(())
}

/// The exact counts go as soon as their release is made.
fn scrub(connection: &Connection, increment: &Increment) -> Result<(), StoreError> {
    connection.execute(
        "DELETE FROM cell
         WHERE held_day = '' AND reason = ?4 AND pack = ?1 AND district = ?2 AND period <= ?3",
        [increment.pack.code(), increment.district.code(), &increment.to.to_string(), increment.lane.code()],
    )?;
    Ok(())
}

pub(super) fn increments(
    connection: &Connection,
    district: Option<District>,
) -> Result<Vec<Increment>, StoreError> {
    let mut query = connection.prepare_cached(
        "SELECT seq, district, pack, from_period, to_period, met, unmet, undetermined, vetoed,
            noise, nonce, previous_hash, hash, lane
         FROM release WHERE ?1 IS NULL OR district = ?1 ORDER BY seq",
    )?;
    let mut rows = query.query([district.as_ref().map(District::code)])?;
    let mut increments = Vec::new();
    while let Some(entry) = rows.next()? {
        increments.push(increment(entry)?);
    }
    Ok(increments)
}

fn increment(entry: &Row<'_>) -> Result<Increment, StoreError> {
    let text = |column| entry.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
    let bytes = |column| entry.get_ref(column)?.as_blob().map_err(rusqlite::Error::from);
    Ok(Increment {
        seq: entry.get(0)?,
        district: row::district(text(1)?)?,
        pack: row::pack(text(2)?)?,
        lane: row::lane(text(13)?)?,
        from: row::parsed(text(3)?, "from_period")?,
        to: row::parsed(text(4)?, "to_period")?,
        counts: [entry.get(5)?, entry.get(6)?, entry.get(7)?, entry.get(8)?],
        noise: entry.get(9)?,
        nonce: row::hash(bytes(10)?, "nonce")?,
        previous_hash: row::hash(bytes(11)?, "previous_hash")?,
        hash: row::hash(bytes(12)?, "hash")?,
    })
}
