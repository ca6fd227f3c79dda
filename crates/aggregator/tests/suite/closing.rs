//! Closing a week on PostgreSQL, however much there is and whoever is in the way.

use std::time::{Duration, Instant};

use postgres::{Client, NoTls};
use zjtx_aggregator::release::job;
use zjtx_aggregator::release::rules::Rules;
use zjtx_aggregator::store::{Database, Store};

use crate::support::keys::keys;
use crate::support::postgres::Cluster;
use crate::support::reports::{arrival, report};

/// A store with thirty reports, and another connection to its schema.
fn with_reports(cluster: &Cluster, schema: &str) -> (Box<dyn Store>, Client) {
    let address = cluster.schema(schema);
    let (_folder, keys) = keys(1);
    let mut store = Database::from_address(&address, None).expect("an address").prepare(&keys).expect("it");
    let batch: Vec<_> = (0..30).map(|number| arrival(report(number))).collect();
    store.accept(&batch).expect("a batch");
    (store, Client::connect(&address, NoTls).expect("the cluster"))
}

fn close(store: &mut dyn Store) -> Result<bool, zjtx_aggregator::store::StoreError> {
    let (_folder, keys) = keys(1);
    let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
    let rules = Rules { epsilon: None, ..Rules::default() };
    job::run_due(store, after, &rules, &keys).map(|period| period.is_some())
}

/// Ids go with their table, never one by one, and a closing may take longer than any other statement.
#[test]
fn however_many_ids_there_are_and_however_long_it_takes() {
    let cluster = Cluster::start();
    let (mut store, mut client) = with_reports(&cluster, "slow");
    client
        .batch_execute(
            "CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS
             $$ BEGIN RAISE EXCEPTION 'an id is deleted by itself'; END $$;
             CREATE TRIGGER never BEFORE DELETE ON seen_2026w47 FOR EACH ROW EXECUTE FUNCTION never();
             CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS
             $$ BEGIN PERFORM pg_sleep(5.5); RETURN NEW; END $$;
             CREATE TRIGGER slowly BEFORE INSERT ON closing FOR EACH ROW EXECUTE FUNCTION slowly()",
        )
        .expect("triggers");
    assert!(close(&mut *store).expect("a closing"));
    assert_eq!((store.ids().expect("ids"), store.increments(None).expect("increments").len()), (0, 1));
}

/// A server that stands still in the middle of a report keeps nobody from counting for longer than
/// a moment; the closing is tried again later.
#[test]
fn a_server_that_stands_still_is_not_waited_for() {
    let cluster = Cluster::start();
    let (mut store, mut client) = with_reports(&cluster, "stuck");
    client.batch_execute("BEGIN; SELECT pg_advisory_xact_lock_shared(7226213)").expect("a stuck server");
    let started = Instant::now();
    assert!(close(&mut *store).is_err());
    assert!(started.elapsed() < Duration::from_secs(4));
    assert_eq!(store.accept(&[arrival(report(31))]).expect("a batch").len(), 1, "counting goes on");
    client.batch_execute("COMMIT").expect("the server goes on");
    assert!(close(&mut *store).expect("a closing"));
}
