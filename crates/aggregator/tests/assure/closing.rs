//! How long the weekly job takes, on both stores.

use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use zjtx_aggregator::release::job;
use zjtx_aggregator::release::rules::Rules;
use zjtx_aggregator::store::{Arrival, Database, SqliteStore, Store, StoredId};
use zjtx_wire::Verdict;

use crate::support::keys::keys;
use crate::support::postgres::Cluster;
use crate::support::reports::{arrival, districts, packs, report};

/// Weeks that are closed together, and a moment at which both are over.
const WEEKS: [&str; 2] = ["2026W46", "2026W47"];
const AFTER: &str = "2026-11-23T16:00:00Z";

/// Reports of each week that go through the store itself.
const ACCEPTED: u32 = 20_000;

/// Reports of each week in the large closing.
const MILLIONS: u32 = 6_000_000;

/// Two weeks of 20,000 reports each are released within a second.
pub fn two_weeks_are_released_in_a_second() {
    on_both(|name, store, _| close(name, store, ACCEPTED, Duration::from_secs(1)));
}

/// Two weeks of 6,000,000 reports each are released within a minute.
pub fn twelve_million_reports_are_released_in_a_minute() {
    on_both(|name, store, run| {
        for week in WEEKS {
            run(&format!(
                "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {more})
                 INSERT INTO seen (period, id) SELECT '{week}', {id} FROM numbers;
                 UPDATE cell SET n = n * {times} WHERE period = '{week}'",
                more = MILLIONS - ACCEPTED,
                id = if name == SQLITE { "randomblob(16)" } else { "uuid_send(gen_random_uuid())" },
                times = MILLIONS / ACCEPTED,
            ));
        }
        close(name, store, MILLIONS, Duration::from_secs(60));
    });
}

const SQLITE: &str = "SQLite";

/// Runs a check on each store, filled with the accepted reports; the check is given what runs statements on it.
fn on_both(check: impl Fn(&str, &mut dyn Store, &dyn Fn(&str))) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("statistics.db");
    let mut store = SqliteStore::create(&file).expect("a store");
    fill(&mut store);
    check(SQLITE, &mut store, &|statements| {
        let connection = rusqlite::Connection::open(&file).expect("the file");
        connection.execute_batch(statements).expect("statements");
    });
    let cluster = Cluster::start();
    let address = cluster.schema("closing");
    let (_folder, keys) = keys(1);
    let opened = Database::from_address(&address, None).expect("an address").prepare(&keys);
    let mut store = opened.expect("the database");
    fill(&mut *store);
    check("PostgreSQL", &mut *store, &|statements| {
        let mut client = postgres::Client::connect(&address, postgres::NoTls).expect("the cluster");
        client.batch_execute(statements).expect("statements");
    });
}

fn fill(store: &mut dyn Store) {
    let mut random = StdRng::seed_from_u64(1);
    for (week, period) in (0..).zip(WEEKS) {
        let numbers = week * ACCEPTED..(week + 1) * ACCEPTED;
        let arrivals: Vec<Arrival> = numbers.map(|number| any(number, period, &mut random)).collect();
        store.accept(&arrivals).expect("a batch");
    }
}

fn any(number: u32, period: &str, random: &mut StdRng) -> Arrival {
    let mut next = arrival(report(0));
    next.id = StoredId::from_bytes(u128::from(number).to_be_bytes());
    next.cell.period = period.parse().expect("a period");
    next.cell.pack = packs()[random.random_range(0..packs().len())];
    next.cell.district = districts()[random.random_range(0..districts().len())];
    next.cell.verdict = Verdict::ALL[random.random_range(0..Verdict::ALL.len())];
    next
}

/// The close of both weeks, of a number of reports each, after which no id is left and the counts are released.
fn close(name: &str, store: &mut dyn Store, reports: u32, most: Duration) {
    let ids = i64::from(reports) * WEEKS.len() as i64;
    assert_eq!(store.ids().expect("ids"), ids);
    let (_folder, keys) = keys(1);
    let started = Instant::now();
    job::run_due(store, AFTER.parse().expect("a moment"), &Rules::default(), &keys).expect("a closing");
    let time = started.elapsed();
    let released = store.increments(None).expect("increments");
    println!(
        "  {name}: two weeks of {reports} reports closed in {:.2} s, {} releases",
        time.as_secs_f64(),
        released.len()
    );
    assert_eq!(store.ids().expect("ids"), 0);
    assert!(time < most && !released.is_empty());
}
