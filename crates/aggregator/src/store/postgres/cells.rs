//! Ids and waiting counts.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use postgres::{GenericClient, Row};

use super::releases::closed_through;
use crate::store::{Arrival, Count, HeldDay, LaneDecision, Outcome, StoreError, row};

/// What the column `held_day` says in the ordinary lane.
const ORDINARY: &str = "";

/// What a new count is filed under.
type Place = (Option<Date>, crate::store::Cell);

pub(super) fn accept(client: &mut impl GenericClient, batch: &[Arrival]) -> Result<Vec<Outcome>, StoreError> {
    let closed = closed_through(client)?;
    let is_closed = |arrival: &Arrival| closed.is_some_and(|closed| arrival.cell.period <= closed);
    let open: Vec<&Arrival> = batch.iter().filter(|arrival| !is_closed(arrival)).collect();
    let mut remembered = remember(client, &open)?;
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
    add(client, &added)?;
    Ok(outcomes)
}

/// Keeps the ids that are new, and returns those.
fn remember(client: &mut impl GenericClient, open: &[&Arrival]) -> Result<HashSet<Vec<u8>>, StoreError> {
    let periods: Vec<String> = open.iter().map(|arrival| arrival.cell.period.to_string()).collect();
    let ids: Vec<&[u8]> = open.iter().map(|arrival| arrival.id.as_bytes().as_slice()).collect();
    let rows = client.query(
        "INSERT INTO seen (period, id) SELECT DISTINCT * FROM unnest($1::text[], $2::bytea[]) ORDER BY 1, 2
         ON CONFLICT DO NOTHING RETURNING id",
        &[&periods, &ids],
    )?;
    rows.iter().map(|entry| Ok(entry.try_get(0)?)).collect()
}

fn add(client: &mut impl GenericClient, added: &BTreeMap<Place, i64>) -> Result<(), StoreError> {
    let places = || added.keys();
    let periods: Vec<String> = places().map(|(_, cell)| cell.period.to_string()).collect();
    let days: Vec<String> =
        places().map(|(held, _)| held.map_or(ORDINARY.to_owned(), |day| day.to_string())).collect();
    let packs: Vec<&str> = places().map(|(_, cell)| cell.pack.code()).collect();
    let districts: Vec<&str> = places().map(|(_, cell)| cell.district.code()).collect();
    let verdicts: Vec<&str> = places().map(|(_, cell)| cell.verdict.code()).collect();
    let counts: Vec<i64> = added.values().copied().collect();
    client.execute(
        "INSERT INTO cell (period, held_day, pack, district, verdict, n)
         SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[])
         ON CONFLICT (period, held_day, pack, district, verdict) DO UPDATE SET n = cell.n + excluded.n",
        &[&periods, &days, &packs, &districts, &verdicts, &counts],
    )?;
    Ok(())
}

pub(super) fn waiting(client: &mut impl GenericClient) -> Result<Vec<Count>, StoreError> {
    in_lane(client, ORDINARY)
}

fn in_lane(client: &mut impl GenericClient, held_day: &str) -> Result<Vec<Count>, StoreError> {
    let rows = client.query(
        "SELECT period, pack, district, verdict, n FROM cell WHERE held_day = $1
         ORDER BY period, pack, district, verdict",
        &[&held_day],
    )?;
    rows.iter().map(count).collect()
}

fn count(entry: &Row) -> Result<Count, StoreError> {
    let cell = row::cell([entry.try_get(0)?, entry.try_get(1)?, entry.try_get(2)?, entry.try_get(3)?])?;
    Ok(Count { cell, n: entry.try_get(4)? })
}

pub(super) fn held_days(client: &mut impl GenericClient) -> Result<Vec<HeldDay>, StoreError> {
    let rows = client.query(
        "SELECT held_day, sum(n)::bigint FROM cell WHERE held_day <> $1 GROUP BY held_day ORDER BY held_day",
        &[&ORDINARY],
    )?;
    let held =
        |entry: &Row| Ok(HeldDay { day: row::parsed(entry.try_get(0)?, "held_day")?, n: entry.try_get(1)? });
    rows.iter().map(held).collect()
}

pub(super) fn decide(
    client: &mut impl GenericClient,
    day: Date,
    decision: LaneDecision,
) -> Result<i64, StoreError> {
    let counts = in_lane(client, &day.to_string())?;
    client.execute("DELETE FROM cell WHERE held_day = $1", &[&day.to_string()])?;
    if decision == LaneDecision::Accept {
        add(client, &counts.iter().map(|count| ((None, count.cell), count.n)).collect())?;
    }
    Ok(counts.iter().map(|count| count.n).sum())
}

pub(super) fn purge(client: &mut impl GenericClient, held_before: Date) -> Result<(), StoreError> {
    let day = held_before.to_string();
    client.execute("DELETE FROM cell WHERE held_day <> $1 AND held_day < $2", &[&ORDINARY, &day])?;
    Ok(())
}
