//! Releases and closed periods.

use rusqlite::{Connection, OptionalExtension, Row, params};
use zjtx_wire::{District, Period};

use super::{add_audit, cells};
use crate::store::{Audit, Count, Increment, Link, Plan, StoreError, row};

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
    for increment in plan(&waiting, last_link(connection)?.as_ref()) {
        insert(connection, &increment)?;
        scrub(connection, &increment)?;
    }
    connection.execute("DELETE FROM seen WHERE period <= ?1", [period.to_string()])?;
    connection.execute("INSERT INTO closing (period) VALUES (?1)", [period.to_string()])?;
    add_audit(connection, audit)?;
    Ok(true)
}

pub(super) fn closed_through(connection: &Connection) -> Result<Option<Period>, StoreError> {
    let mut query = connection.prepare_cached("SELECT max(period) FROM closing")?;
    let period: Option<String> = query.query_row([], |row| row.get(0))?;
    period.map(|text| row::parsed(&text, "period")).transpose()
}

fn last_link(connection: &Connection) -> Result<Option<Link>, StoreError> {
    let query = "SELECT seq, hash FROM release ORDER BY seq DESC LIMIT 1";
    let last =
        connection.query_row(query, [], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?))).optional()?;
    last.map(|(seq, hash)| Ok(Link { seq, hash: row::hash(&hash, "hash")? })).transpose()
}

fn insert(connection: &Connection, increment: &Increment) -> Result<(), StoreError> {
    let [met, unmet, undetermined, vetoed] = increment.counts;
    connection.execute(
        "INSERT INTO release (seq, district, pack, from_period, to_period, met, unmet, undetermined, vetoed,
            noise, nonce, previous_hash, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
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
            increment.hash
        ],
    )?;
    Ok(())
}

/// The exact counts go as soon as their release is made.
fn scrub(connection: &Connection, increment: &Increment) -> Result<(), StoreError> {
    connection.execute(
        "DELETE FROM cell WHERE held_day = '' AND pack = ?1 AND district = ?2 AND period <= ?3",
        [increment.pack.code(), increment.district.code(), &increment.to.to_string()],
    )?;
    Ok(())
}

pub(super) fn increments(
    connection: &Connection,
    district: Option<District>,
) -> Result<Vec<Increment>, StoreError> {
    let mut query = connection.prepare_cached(
        "SELECT seq, district, pack, from_period, to_period, met, unmet, undetermined, vetoed,
            noise, nonce, previous_hash, hash
         FROM release WHERE ?1 IS NULL OR district = ?1 ORDER BY seq",
    )?;
    let mut rows = query.query([district.map(District::code)])?;
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
        from: row::parsed(text(3)?, "from_period")?,
        to: row::parsed(text(4)?, "to_period")?,
        counts: [entry.get(5)?, entry.get(6)?, entry.get(7)?, entry.get(8)?],
        noise: entry.get(9)?,
        nonce: row::hash(bytes(10)?, "nonce")?,
        previous_hash: row::hash(bytes(11)?, "previous_hash")?,
        hash: row::hash(bytes(12)?, "hash")?,
    })
}
