//! Ids and waiting counts.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use postgres::{Client, GenericClient, Row, Statement, ToStatement};
use zjtx_wire::{District, PackCode, Period};

use super::{releases::closed_through, token_weeks};
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

const REMEMBER: &str = "INSERT INTO seen (period, id)
    SELECT DISTINCT * FROM unnest($1::text[], $2::bytea[]) ORDER BY 1, 2
    ON CONFLICT DO NOTHING RETURNING id";

const ADD: &str = "INSERT INTO cell (period, held_day, reason, pack, district, verdict, writer, n)
    SELECT a, b, c, d, e, f, $7::smallint, g FROM unnest(
        $1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $8::bigint[]
    ) AS t (a, b, c, d, e, f, g)
    ON CONFLICT (period, held_day, reason, pack, district, verdict, writer)
    DO UPDATE SET n = cell.n + excluded.n";

/// The statements of counting: a connection has them read and planned once, which takes longer than they do.
#[derive(Clone)]
pub(super) struct Statements {
    remember: Statement,
    add: Statement,
}

impl Statements {
    pub(super) fn prepare(client: &mut Client) -> Result<Self, StoreError> {
        Ok(Self { remember: client.prepare(REMEMBER)?, add: client.prepare(ADD)? })
    }
}

/// What a new count is filed under.
type Place = (Option<Held>, Cell);

pub(super) fn accept(
    client: &mut impl GenericClient,
    statements: &Statements,
    writer: i16,
    batch: &[Arrival],
) -> Result<Vec<Outcome>, StoreError> {
    client.batch_execute(COUNTING)?;
    let closed = closed_through(client)?;
    let is_closed = |arrival: &Arrival| closed.is_some_and(|closed| arrival.cell.period <= closed);
    let open: Vec<&Arrival> = batch.iter().filter(|arrival| !is_closed(arrival)).collect();
    let mut remembered = remember(client, &statements.remember, &open)?;
    let mut added: BTreeMap<Place, i64> = BTreeMap::new();
    let outcomes = batch.iter().map(|arrival| {
        if is_closed(arrival) {
            return Outcome::Closed;
        }
        if !remembered.remove(arrival.id.as_bytes().as_slice()) {
            return Outcome::Repeated;
        }
        *added.entry((arrival.held, arrival.cell)).or_insert(0) += 1;
        Outcome::Counted
    });
    let outcomes = outcomes.collect();
    add_by(client, &statements.add, writer, &added)?;
    spend(client, writer, &added)?;
    Ok(outcomes)
}

/// Counts the tokens among the new reports.
fn spend(
    client: &mut impl GenericClient,
    writer: i16,
    added: &BTreeMap<Place, i64>,
) -> Result<(), StoreError> {
    let mut spent: BTreeMap<Period, i64> = BTreeMap::new();
    for ((_, cell), n) in added.iter().filter(|((_, cell), _)| cell.lane == Lane::Token) {
        *spent.entry(cell.period).or_insert(0) += n;
    }
    for (period, spent) in spent {
        token_weeks::add(client, writer, &TokenWeek { period, issued: 0, spent })?;
    }
    Ok(())
}

/// Keeps the ids that are new, and returns those. They are sorted: their order in the table tells
/// nothing about the order of their arrival.
fn remember(
    client: &mut impl GenericClient,
    statement: &Statement,
    open: &[&Arrival],
) -> Result<HashSet<Vec<u8>>, StoreError> {
    if open.is_empty() {
        return Ok(HashSet::new());
    }
    let periods: Vec<String> = open.iter().map(|arrival| arrival.cell.period.to_string()).collect();
    let ids: Vec<&[u8]> = open.iter().map(|arrival| arrival.id.as_bytes().as_slice()).collect();
    let rows = client.query(statement, &[&periods, &ids])?;
    rows.iter().map(|entry| Ok(entry.try_get(0)?)).collect()
}

pub(super) fn add(
    client: &mut impl GenericClient,
    writer: i16,
    added: &BTreeMap<Place, i64>,
) -> Result<(), StoreError> {
    add_by(client, ADD, writer, added)
}

fn add_by(
    client: &mut impl GenericClient,
    statement: &(impl ToStatement + ?Sized),
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
    client
        .execute(statement, &[&periods, &days, &reasons, &packs, &districts, &verdicts, &writer, &counts])?;
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
