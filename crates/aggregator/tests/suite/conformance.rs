//! One suite for both stores.

use jiff::civil::Date;
use rand::SeedableRng;
use rand::rngs::StdRng;
use zjtx_aggregator::release::rules::Rules;
use zjtx_aggregator::release::{chain, job};
use zjtx_aggregator::store::{
    Arrival, Database, LaneDecision, Outcome, Scope, Store, StoreError, Token, TokenHash,
};
use zjtx_wire::{District, Period};

use crate::support::postgres::Cluster;
use crate::support::reports::{arrival, id, one_for_each_cell, period, report};
use crate::support::server::audit;

/// Opens the one database of a test again and again.
type Open<'a> = dyn Fn() -> Box<dyn Store> + 'a;

/// A schema name and a test.
type Test = (&'static str, fn(&Open));

const TESTS: [Test; 8] = [
    ("counts_once", counts_once),
    ("cells_stay_apart", cells_stay_apart),
    ("closing_is_final", closing_is_final),
    ("small_batches_wait", small_batches_wait),
    ("held_days_wait_for_a_decision", held_days_wait_for_a_decision),
    ("tokens_come_and_go", tokens_come_and_go),
    ("failed_transactions_change_nothing", failed_transactions_change_nothing),
    ("purging_keeps_what_is_young", purging_keeps_what_is_young),
];

#[test]
fn sqlite_conforms() {
    for (_, test) in TESTS {
        let folder = tempfile::tempdir().expect("a folder");
        let database = Database::Sqlite(folder.path().join("statistics.db"));
        test(&|| database.open().expect("the database"));
    }
}

#[test]
fn postgres_conforms() {
    let cluster = Cluster::start();
    for (name, test) in TESTS {
        let database = Database::Postgres(cluster.schema(name));
        test(&|| database.open().expect("the database"));
    }
}

fn total(store: &mut dyn Store) -> i64 {
    store.waiting().expect("counts").iter().map(|count| count.n).sum()
}

fn close(store: &mut dyn Store, seed: u64) -> Option<Period> {
    let (rules, mut random) = (Rules::default(), StdRng::seed_from_u64(seed));
    let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
    job::run_due(store, after, &rules, &mut random).expect("a closing")
}

fn batch(ids: std::ops::Range<u128>) -> Vec<Arrival> {
    ids.map(|number| arrival(report(number))).collect()
}

fn counts_once(open: &Open) {
    let mut store = open();
    let (first, second) = (arrival(report(1)), arrival(report(2)));
    let outcomes = store.accept(&[first, second, first]).expect("a batch");
    assert_eq!(outcomes, [Outcome::Counted, Outcome::Counted, Outcome::Repeated]);
    drop(store);
    let mut store = open();
    assert_eq!(store.accept(&[second]).expect("a batch"), [Outcome::Repeated]);
    assert_eq!(store.accept(&[]).expect("a batch"), []);
    assert_eq!((total(&mut *store), store.ids().expect("ids")), (2, 2));
}

fn cells_stay_apart(open: &Open) {
    let mut store = open();
    let arrivals: Vec<Arrival> = one_for_each_cell().into_iter().map(arrival).collect();
    for _ in 0..2 {
        store.accept(&arrivals).expect("a batch");
        let counts = store.waiting().expect("counts");
        assert_eq!(counts.len(), arrivals.len());
        assert!(counts.iter().all(|count| count.n == 1), "a 2 is a replay counted twice");
    }
}

fn closing_is_final(open: &Open) {
    let mut store = open();
    store.accept(&batch(0..10)).expect("a batch");
    assert_eq!(store.closed_through().expect("a period"), None);
    assert_eq!(close(&mut *store, 1), Some(period()));
    let increments = store.increments(None).expect("increments");
    assert_eq!(increments.len(), 1);
    assert_eq!(chain::verify(&increments), Ok(()));
    assert_eq!((total(&mut *store), store.ids().expect("ids")), (0, 0));
    assert_eq!(store.accept(&batch(0..1)).expect("a batch"), [Outcome::Closed]);
    drop(store);
    let mut store = open();
    assert_eq!(close(&mut *store, 2), None, "noise is drawn once");
    assert_eq!(store.increments(Some(District::Tianhe)).expect("increments"), increments);
    assert_eq!(store.increments(Some(District::Haizhu)).expect("increments"), []);
    assert_eq!(store.closed_through().expect("a period"), Some(period()));
}

fn small_batches_wait(open: &Open) {
    let mut store = open();
    store.accept(&batch(0..9)).expect("a batch");
    assert_eq!(close(&mut *store, 1), Some(period()));
    assert_eq!(store.increments(None).expect("increments"), []);
    assert_eq!((total(&mut *store), store.ids().expect("ids")), (9, 0));
}

fn held_days_wait_for_a_decision(open: &Open) {
    let mut store = open();
    let (first, second) = (Date::constant(2026, 11, 18), Date::constant(2026, 11, 19));
    let held = |day, number| Arrival { held: Some(day), ..arrival(report(number)) };
    store.accept(&[held(first, 1), held(first, 2), held(second, 3), held(first, 1)]).expect("a batch");
    let days: Vec<_> = store.held_days().expect("days").iter().map(|held| (held.day, held.n)).collect();
    assert_eq!(days, [(first, 2), (second, 1)]);
    assert_eq!(total(&mut *store), 0);
    assert_eq!(store.decide(first, LaneDecision::Accept, &audit()).expect("a decision"), 2);
    assert_eq!(store.decide(second, LaneDecision::Reject, &audit()).expect("a decision"), 1);
    assert_eq!((total(&mut *store), store.held_days().expect("days").len()), (2, 0));
    assert_eq!(store.audits().expect("entries"), [audit(), audit()]);
}

fn tokens_come_and_go(open: &Open) {
    let mut store = open();
    let token = |number: u8, label: &str, scope| Token {
        hash: TokenHash([number; 32]),
        label: label.to_owned(),
        scope,
        created: Date::constant(2026, 11, 18),
        expires: Date::constant(2027, 11, 18),
        revoked: None,
        last_used: None,
    };
    let mut city = token(1, "市级", Scope::City);
    let tianhe = token(2, "天河区联系人-1", Scope::District(District::Tianhe));
    assert!(store.add_token(&tianhe, &audit()).expect("the database"));
    assert!(store.add_token(&city, &audit()).expect("the database"));
    assert!(!store.add_token(&token(3, "市级", Scope::City), &audit()).expect("the database"));
    assert!(!store.revoke_token("无此名称", &audit()).expect("the database"));
    assert!(store.revoke_token("市级", &audit()).expect("the database"));
    assert!(!store.revoke_token("市级", &audit()).expect("the database"));
    store.touch_token(&city.hash, Date::constant(2026, 11, 19)).expect("the database");
    (city.revoked, city.last_used) = (Some(audit().day), Some(Date::constant(2026, 11, 19)));
    assert_eq!(store.token(&city.hash).expect("a token"), Some(city.clone()));
    assert_eq!(store.token(&TokenHash([9; 32])).expect("no token"), None);
    assert_eq!(store.tokens().expect("tokens"), [tianhe, city]);
    assert_eq!(store.audits().expect("entries").len(), 3);
}

fn failed_transactions_change_nothing(open: &Open) {
    let mut store = open();
    store.accept(&batch(0..10)).expect("a batch");
    close(&mut *store, 1);
    let before = store.increments(None).expect("increments");
    let mut twice = |_: &[_], _: Option<&_>| before.clone();
    let next = "2026W48".parse().expect("a period");
    let refused: Result<bool, StoreError> = store.close(next, &audit(), &mut twice);
    assert!(refused.is_err(), "a place in the chain cannot be taken twice");
    assert_eq!(store.increments(None).expect("increments"), before);
    assert_eq!(store.closed_through().expect("a period"), Some(period()));
    assert!(store.audits().expect("entries").iter().all(|entry| *entry != audit()));
}

fn purging_keeps_what_is_young(open: &Open) {
    let mut store = open();
    let (old, young) = (Date::constant(2026, 11, 18), Date::constant(2026, 11, 19));
    for (number, day) in [(1, old), (2, young)] {
        let held = Arrival { held: Some(day), ..arrival(report(number)) };
        store.accept(&[held]).expect("a batch");
        let hash = TokenHash([number as u8; 32]);
        let (label, scope) = (day.to_string(), Scope::City);
        let token = Token { hash, label, scope, created: old, expires: day, revoked: None, last_used: None };
        store.add_token(&token, &audit()).expect("the database");
    }
    store.accept(&[arrival(report(3))]).expect("a batch");
    store.purge(young, young).expect("the database");
    assert_eq!(store.held_days().expect("days").iter().map(|held| held.day).collect::<Vec<_>>(), [young]);
    assert_eq!(
        store.tokens().expect("tokens").iter().map(|token| token.expires).collect::<Vec<_>>(),
        [young]
    );
    assert_eq!(total(&mut *store), 1);
    assert_eq!(
        store.accept(&[Arrival { id: id(1), ..arrival(report(1)) }]).expect("a batch"),
        [Outcome::Repeated]
    );
    store.ping().expect("a database that takes writes");
}
