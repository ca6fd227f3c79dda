//! The time, and the days of the last two weeks.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, params};
use zjtx_wire::Period;

use crate::store::{BusyDay, StoreError, StoredClock, row};

pub(super) fn clock(connection: &Connection) -> Result<StoredClock, StoreError> {
    let query = "SELECT began, high_water, settings FROM clock";
    let (began, high_water, settings): (Option<String>, Option<String>, i64) =
        connection.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(StoredClock {
        began: began.map(|text| row::parsed(&text, "began")).transpose()?,
        high_water: high_water.map(|text| row::parsed(&text, "high_water")).transpose()?,
        settings,
        database: None,
    })
}

pub(super) fn note(connection: &Connection, now: Timestamp, running: Period) -> Result<(), StoreError> {
    let later = clock(connection)?.high_water.is_none_or(|mark| mark < now);
    let mark = later.then(|| now.to_string());
    connection.execute(
        "UPDATE clock SET began = coalesce(began, ?1), high_water = coalesce(?2, high_water)",
        params![running.to_string(), mark],
    )?;
    Ok(())
}

pub(super) fn set(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    connection.execute("UPDATE clock SET high_water = ?1, settings = settings + 1", [now.to_string()])?;
    Ok(())
}

pub(super) fn restore(connection: &Connection, clock: &StoredClock) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE clock SET began = ?1, high_water = ?2, settings = ?3",
        params![
            clock.began.map(|began| began.to_string()),
            clock.high_water.map(|mark| mark.to_string()),
            clock.settings
        ],
    )?;
    Ok(())
}

pub(super) fn beat(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("UPDATE clock SET beat = beat + 1", [])?;
    Ok(())
}

pub(super) fn add_busy_days(
    connection: &Connection,
    days: &[BusyDay],
    keep_from: Date,
) -> Result<(), StoreError> {
    connection.execute("DELETE FROM busy_day WHERE day < ?1", [keep_from.to_string()])?;
    let mut upsert = connection.prepare_cached(
        "INSERT INTO busy_day (day, district, n) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET n = n + excluded.n",
    )?;
    for busy in days {
        upsert.execute(params![busy.day.to_string(), busy.district.code(), busy.n])?;
    }
    Ok(())
}

pub(super) fn busy_days(connection: &Connection) -> Result<Vec<BusyDay>, StoreError> {
    let mut query =
        connection.prepare_cached("SELECT day, district, n FROM busy_day ORDER BY day, district")?;
    let mut rows = query.query([])?;
    let mut days = Vec::new();
    while let Some(entry) = rows.next()? {
        let day = row::parsed(&entry.get::<_, String>(0)?, "day")?;
        let district = row::district(&entry.get::<_, String>(1)?)?;
        days.push(BusyDay { day, district, n: entry.get(2)? });
    }
    Ok(days)
}
