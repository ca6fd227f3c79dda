//! Ids and waiting counts.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use postgres::{GenericClient, Row, Statement};
use zjtx_wire::{District, PackCode, Period};

use super::token_weeks;
use crate::store::{
    Arrival, Cell, Count, Held, HeldCount, HeldReason, Lane, LaneChoice, LaneDecision, Outcome, StoreError,
    TokenWeek, row,
};

/// Any number of servers may count at once; closing lets none of them.
pub(super) const COUNTING: &str = "SELECT pg_advisory_xact_lock_shared(7226213)";

/// Waits until nobody counts, though not for ever, and lets nobody count until the transaction ends,
/// however long that takes.
pub(super) const CLOSING: &str = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '2s';
    SELECT pg_advisory_xact_lock(7226213)";

/// Keeps the ids that are new and of no closed period, counts their reports, and returns the last closed period, then
/// those ids. They are sorted: their order in the table tells nothing about the order of their arrival.
pub(super) const COUNT: &str = "WITH report AS (
        SELECT DISTINCT ON (period, id) * FROM unnest(
            $1::text[], $2::bytea[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]
        ) WITH ORDINALITY AS t (period, id, held_day, reason, pack, district, verdict, place)
        WHERE period > coalesce((SELECT max(period) FROM closing), '')
        ORDER BY period, id, place
    ), new AS (
        INSERT INTO seen (period, id) SELECT period, id FROM report ORDER BY 1, 2
        ON CONFLICT DO NOTHING RETURNING period, id
    ), counted AS (
        INSERT INTO cell (period, held_day, reason, pack, district, verdict, writer, n)
        SELECT period, held_day, reason, pack, district, verdict, $8::smallint, count(*)
        FROM report JOIN new USING (period, id) GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
        ON CONFLICT (period, held_day, reason, pack, district, verdict, writer)
        DO UPDATE SET n = cell.n + excluded.n
    )
    SELECT max(period), NULL::bytea FROM closing UNION ALL SELECT period, id FROM new";

const ADD: &str = "INSERT INTO cell (period, held_day, reason, pack, district, verdict, writer, n)
    SELECT a, b, c, d, e, f, $7::smallint, g FROM unnest(
        $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::bigint[]
    ) AS t (a, b, c, d, e, f, g)
    ON CONFLICT (period, held_day, reason, pack, district, verdict, writer)
    DO UPDATE SET n = cell.n + excluded.n";

/// What a new count is filed under.
type Place = (Option<Held>, Cell);

/// `count` is [`COUNT`], which a connection has read and planned once: that takes longer than counting.
pub(super) fn accept(
    client: &mut impl GenericClient,
    count: &Statement,
    writer: i16,
    batch: &[Arrival],
) -> Result<Vec<Outcome>, StoreError> {
    // A statement of its own: what is closed is read after the lock was had.
    client.batch_execute(COUNTING)?;
    let (closed, mut new) = counted(client, count, writer, batch)?;
    let outcomes: Vec<Outcome> = batch
        .iter()
        .map(|arrival| match closed {
            Some(closed) if arrival.cell.period <= closed => Outcome::Closed,
            _ if new.remove(arrival.id.as_bytes().as_slice()) => Outcome::Counted,
            _ => Outcome::Repeated,
        })
        .collect();
    spend(client, writer, batch.iter().zip(&outcomes))?;
    Ok(outcomes)
}

/// The last closed period, and the ids that were new.
fn counted(
    client: &mut impl GenericClient,
    count: &Statement,
    writer: i16,
    batch: &[Arrival],
) -> Result<(Option<Period>, HashSet<Vec<u8>>), StoreError> {
    let periods: Vec<String> = batch.iter().map(|arrival| arrival.cell.period.to_string()).collect();
    let ids: Vec<&[u8]> = batch.iter().map(|arrival| arrival.id.as_bytes().as_slice()).collect();
    let (days, reasons): (Vec<String>, Vec<&str>) =
        batch.iter().map(|arrival| row::place(arrival.held, arrival.cell.lane)).unzip();
    let packs: Vec<&str> = batch.iter().map(|arrival| arrival.cell.pack.code()).collect();
    let districts: Vec<&str> = batch.iter().map(|arrival| arrival.cell.district.code()).collect();
    let verdicts: Vec<&str> = batch.iter().map(|arrival| arrival.cell.verdict.code()).collect();
    let rows =
        client.query(count, &[&periods, &ids, &days, &reasons, &packs, &districts, &verdicts, &writer])?;
    let (mut closed, mut new) = (None, HashSet::with_capacity(batch.len()));
    for entry in &rows {
        let id: Option<Vec<u8>> = entry.try_get(1)?;
        match (entry.try_get::<_, Option<&str>>(0)?, id) {
            (_, Some(id)) => {
                new.insert(id);
            }
            (period, None) => closed = period.map(|text| row::parsed(text, "period")).transpose()?,
        }
    }
    Ok((closed, new))
}

/// Counts the tokens among the new reports.
fn spend<'a>(
    client: &mut impl GenericClient,
    writer: i16,
    reports: impl Iterator<Item = (&'a Arrival, &'a Outcome)>,
) -> Result<(), StoreError> {
    let mut spent: BTreeMap<Period, i64> = BTreeMap::new();
    let is_spent = |(arrival, outcome): &(&Arrival, &Outcome)| {
        arrival.cell.lane == Lane::Token && **outcome == Outcome::Counted
    };
    for (arrival, _) in reports.filter(is_spent) {
        *spent.entry(arrival.cell.period).or_insert(0) += 1;
    }
    for (period, spent) in spent {
        token_weeks::add(client, writer, &TokenWeek { period, issued: 0, spent })?;
    }
    Ok(())
}

/// Adds counts to those that wait.
pub(super) fn add(
    client: &mut impl GenericClient,
    writer: i16,
    added: &BTreeMap<Place, i64>,
) -> Result<(), StoreError> {
    if added.is_empty() {
        return Ok(());
    }
    let places = || added.keys();
    let periods: Vec<String> = places().map(|(_, cell)| cell.period.to_string()).collect();
    let (days, reasons): (Vec<String>, Vec<&str>) =
        places().map(|(held, cell)| row::place(*held, cell.lane)).unzip();
    let packs: Vec<&str> = places().map(|(_, cell)| cell.pack.code()).collect();
    let districts: Vec<&str> = places().map(|(_, cell)| cell.district.code()).collect();
    let verdicts: Vec<&str> = places().map(|(_, cell)| cell.verdict.code()).collect();
    let counts: Vec<i64> = added.values().copied().collect();
    client.execute(ADD, &[&periods, &days, &reasons, &packs, &districts, &verdicts, &writer, &counts])?;
    Ok(())
}

pub(super) fn waiting(client: &mut impl GenericClient) -> Result<Vec<Count>, StoreError> {
    let rows = client.query(
        "SELECT period, pack, district, verdict, sum(n)::bigint, reason FROM cell WHERE held_day = ''
         GROUP BY 1, 2, 3, 4, 6 ORDER BY 1, 2, 3, 4, 6",
        &[],
    )?;
    rows.iter().map(|entry| count(entry, row::lane(entry.try_get(5)?)?)).collect()
}

pub(super) fn held(client: &mut impl GenericClient) -> Result<Vec<HeldCount>, StoreError> {
    let rows = client.query(
        "SELECT period, pack, district, verdict, sum(n)::bigint, held_day, reason FROM cell
         WHERE held_day <> '' GROUP BY 6, 7, 1, 2, 3, 4 ORDER BY 6, 7, 1, 2, 3, 4",
        &[],
    )?;
    let held = |entry: &Row| {
        let held = row::held(entry.try_get(5)?, entry.try_get(6)?)?;
        Ok(HeldCount { held, count: count(entry, Lane::Open)? })
    };
    rows.iter().map(held).collect()
}

fn count(entry: &Row, lane: Lane) -> Result<Count, StoreError> {
    let columns = [entry.try_get(0)?, entry.try_get(1)?, entry.try_get(2)?, entry.try_get(3)?];
    let cell = row::cell(columns, lane)?;
    Ok(Count { cell, n: entry.try_get(4)? })
}

/// What is added is what was deleted: whatever other servers hold back meanwhile, stays.
pub(super) fn decide(
    client: &mut impl GenericClient,
    writer: i16,
    choice: &LaneChoice,
    decision: LaneDecision,
) -> Result<i64, StoreError> {
    let rows = client.query(
        "DELETE FROM cell WHERE held_day = $1 AND ($2::text IS NULL OR district = $2)
            AND ($3::text IS NULL OR pack = $3) AND ($4::text IS NULL OR reason = $4)
         RETURNING period, pack, district, verdict, n",
        &[
            &choice.day.to_string(),
            &choice.district.as_ref().map(District::code),
            &choice.pack.as_ref().map(PackCode::code),
            &choice.reason.map(HeldReason::code),
        ],
    )?;
    let mut counts: BTreeMap<Place, i64> = BTreeMap::new();
    for entry in &rows {
        let count = count(entry, Lane::Open)?;
        *counts.entry((None, count.cell)).or_insert(0) += count.n;
    }
    if decision == LaneDecision::Accept {
        add(client, writer, &counts)?;
    }
    Ok(counts.values().sum())
}

pub(super) fn purge(client: &mut impl GenericClient, held_before: Date) -> Result<(), StoreError> {
    client.execute("DELETE FROM cell WHERE held_day <> '' AND held_day < $1", &[&held_before.to_string()])?;
    Ok(())
}
