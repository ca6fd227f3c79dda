//! Releases and closed periods.

use postgres::{GenericClient, Row};
use zjtx_wire::{District, Period};

use super::cells::CLOSING;
use super::{add_audit, cells, partitions, time, token_weeks};
use crate::store::{Audit, ClosingInput, Increment, Plan, StoreError, row};

pub(super) fn close(
    client: &mut impl GenericClient,
    period: Period,
    audit: &Audit,
    plan: &mut Plan<'_>,
) -> Result<bool, StoreError> {
    // No report may be counted between the reading of the counts and their deletion.
    client.batch_execute(CLOSING)?;
    if closed_through(client)?.is_some_and(|closed| closed >= period) {
        return Ok(false);
    }
    let mut waiting = cells::waiting(client)?;
    waiting.retain(|count| count.cell.period <= period);
    let (increments, began) = (increments(client, None)?, time::clock(client)?.began);
    for increment in plan(&ClosingInput { waiting: &waiting, increments: &increments, began }) {
        insert(client, &increment)?;
        scrub(client, &increment)?;
    }
    partitions::drop_through(client, period)?;
    client.execute("DELETE FROM period_key WHERE period <= $1", &[&period.to_string()])?;
    token_weeks::round(client, period)?;
    add_closing(client, period)?;
    add_audit(client, audit)?;
    Ok(true)
}

pub(super) fn add_closing(client: &mut impl GenericClient, period: Period) -> Result<(), StoreError> {
    client.execute("INSERT INTO closing (period) VALUES ($1)", &[&period.to_string()])?;
    Ok(())
}

pub(super) fn closings(client: &mut impl GenericClient) -> Result<Vec<Period>, StoreError> {
    let rows = client.query("SELECT period FROM closing ORDER BY period", &[])?;
    rows.iter().map(|entry| row::parsed(entry.try_get(0)?, "period")).collect()
}

pub(super) fn reopen_after(client: &mut impl GenericClient, period: Period) -> Result<bool, StoreError> {
    client.batch_execute(CLOSING)?;
    let after = period.to_string();
    let query = "SELECT count(*) FROM release WHERE to_period > $1";
    let released: i64 = client.query_one(query, &[&after])?.try_get(0)?;
    let reopened = match released {
        0 => client.execute("DELETE FROM closing WHERE period > $1", &[&after])?,
        _ => 0,
    };
    Ok(reopened > 0)
}

pub(super) fn closed_through(client: &mut impl GenericClient) -> Result<Option<Period>, StoreError> {
    let rows = client.query_typed("SELECT max(period) FROM closing", &[])?;
    let period: Option<String> = rows.first().map(|entry| entry.try_get(0)).transpose()?.flatten();
    period.map(|text| row::parsed(&text, "period")).transpose()
}

pub(super) fn insert(client: &mut impl GenericClient, increment: &Increment) -> Result<(), StoreError> {
    let [met, unmet, undetermined, vetoed] = increment.counts;
    client.execute(
        "INSERT INTO release (seq, district, pack, from_period, to_period, met, unmet, undetermined, vetoed,
            noise, nonce, previous_hash, hash, lane)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        &[
            &increment.seq,
            &increment.district.code(),
            &increment.pack.code(),
            &increment.from.to_string(),
            &increment.to.to_string(),
            &met,
            &unmet,
            &undetermined,
            &vetoed,
            &increment.noise,
            &increment.nonce.as_slice(),
            &increment.previous_hash.as_slice(),
            &increment.hash.as_slice(),
            &increment.lane.code(),
        ],
    )?;
    Ok(())
}

/// The exact counts go as soon as their release is made.
fn scrub(client: &mut impl GenericClient, increment: &Increment) -> Result<(), StoreError> {
    client.execute(
        "DELETE FROM cell
         WHERE held_day = '' AND reason = $4 AND pack = $1 AND district = $2 AND period <= $3",
        &[
            &increment.pack.code(),
            &increment.district.code(),
            &increment.to.to_string(),
            &increment.lane.code(),
        ],
    )?;
    Ok(())
}

pub(super) fn increments(
    client: &mut impl GenericClient,
    district: Option<District>,
) -> Result<Vec<Increment>, StoreError> {
    let rows = client.query(
        "SELECT seq, district, pack, from_period, to_period, met, unmet, undetermined, vetoed,
            noise, nonce, previous_hash, hash, lane
         FROM release WHERE $1::text IS NULL OR district = $1 ORDER BY seq",
        &[&district.as_ref().map(District::code)],
    )?;
    rows.iter().map(increment).collect()
}

fn increment(entry: &Row) -> Result<Increment, StoreError> {
    Ok(Increment {
        seq: entry.try_get(0)?,
        district: row::district(entry.try_get(1)?)?,
        pack: row::pack(entry.try_get(2)?)?,
        lane: row::lane(entry.try_get(13)?)?,
        from: row::parsed(entry.try_get(3)?, "from_period")?,
        to: row::parsed(entry.try_get(4)?, "to_period")?,
        counts: [entry.try_get(5)?, entry.try_get(6)?, entry.try_get(7)?, entry.try_get(8)?],
        noise: entry.try_get(9)?,
        nonce: row::hash(entry.try_get(10)?, "nonce")?,
        previous_hash: row::hash(entry.try_get(11)?, "previous_hash")?,
        hash: row::hash(entry.try_get(12)?, "hash")?,
    })
}
