//! How many blind tokens were issued and spent.

use rusqlite::{Connection, params};
use zjtx_wire::Period;

use crate::store::{StoreError, TokenWeek, row};

pub(super) fn add(connection: &Connection, week: &TokenWeek) -> Result<(), StoreError> {
    let mut upsert = connection.prepare_cached(
        "INSERT INTO token_week (period, issued, spent) VALUES (?1, ?2, ?3)
         ON CONFLICT DO UPDATE SET issued = issued + excluded.issued, spent = spent + excluded.spent",
    )?;
    upsert.execute(params![week.period.to_string(), week.issued, week.spent])?;
    Ok(())
}

pub(super) fn all(connection: &Connection) -> Result<Vec<TokenWeek>, StoreError> {
    let mut query =
        connection.prepare_cached("SELECT period, issued, spent FROM token_week ORDER BY period")?;
    let mut rows = query.query([])?;
    let mut weeks = Vec::new();
    while let Some(entry) = rows.next()? {
        let period = row::parsed(&entry.get::<_, String>(0)?, "period")?;
        weeks.push(TokenWeek { period, issued: entry.get(1)?, spent: entry.get(2)? });
    }
    Ok(weeks)
}

/// An exact number of spent tokens goes with the exact counts.
pub(super) fn round(connection: &Connection, closed: Period) -> Result<(), StoreError> {
    connection
        .execute("UPDATE token_week SET spent = spent / 10 * 10 WHERE period <= ?1", [closed.to_string()])?;
    Ok(())
}
