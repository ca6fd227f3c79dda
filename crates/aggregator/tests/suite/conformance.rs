//! One suite for both stores.

use jiff::civil::Date;
use zjtx_aggregator::release::rules::Rules;
use zjtx_aggregator::release::{chain, job};
use zjtx_aggregator::store::{
    Arrival, BusyDay, ClosingInput, Database, Held, HeldReason, Lane, LaneChoice, LaneDecision, Outcome,
    Scope, SqliteStore, Store, StoreError, Token, TokenHash, TokenWeek, Waiting,
};
use zjtx_wire::Period;

use crate::support::keys::{keys, keys_in};
use crate::support::postgres::Cluster;
use crate::support::reports::{CN21L, HAIZHU, TIANHE, arrival, one_for_each_cell, period, report};
use crate::support::server::audit;

/// Opens the one database of a test again and again.
type Open<'a> = dyn Fn() -> Box<dyn Store> + 'a;

/// A schema name and a test.
type Test = (&'static str, fn(&Open));

const TESTS: [Test; 13] = [
    ("counts_once", counts_once),
    ("cells_stay_apart", cells_stay_apart),
    ("lanes_stay_apart", lanes_stay_apart),
    ("closing_is_final", closing_is_final),
    ("small_batches_wait", small_batches_wait),
    ("held_days_wait_for_a_decision", held_days_wait_for_a_decision),
    ("tokens_come_and_go", tokens_come_and_go),
    ("failed_transactions_change_nothing", failed_transactions_change_nothing),
    ("purging_keeps_what_is_young", purging_keeps_what_is_young),
    ("keys_are_known_again", keys_are_known_again),
    ("a_closing_without_releases_can_be_undone", a_closing_without_releases_can_be_undone),
    ("time_only_moves_on", time_only_moves_on),
    ("all_of_it_can_be_carried_over", all_of_it_can_be_carried_over),
];

#[test]
fn sqlite_conforms() {
    for (_, test) in TESTS {
        let folder = tempfile::tempdir().expect("a folder");
        let database = Database::Sqlite(folder.path().join("statistics.db"));
        let keys = keys_in(folder.path(), 1);
        test(&|| database.prepare(&keys).expect("the database"));
    }
}

#[test]
fn postgres_conforms() {
    let cluster = Cluster::start();
    let (_folder, keys) = keys(1);
    for (name, test) in TESTS {
        let database = Database::from_address(&cluster.schema(name), None).expect("an address");
        test(&|| database.prepare(&keys).expect("the database"));
    }
}

fn total(store: &mut dyn Store) -> i64 {
    store.waiting().expect("counts").iter().map(|count| count.n).sum()
}

fn close(store: &mut dyn Store, seed: u64) -> Option<Period> {
    let (rules, (_folder, keys)) = (Rules::default(), keys(seed));
    let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
    job::run_due(store, after, &rules, &keys).expect("a closing")
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

fn with_token(number: u128) -> Arrival {
    let mut arrival = arrival(report(number));
    arrival.cell.lane = Lane::Token;
    arrival
}

fn lanes_stay_apart(open: &Open) {
    let mut store = open();
    store.accept(&batch(0..50)).expect("a batch");
    let tokens: Vec<Arrival> = (50..97).map(with_token).collect();
    store.accept(&tokens).expect("a batch");
    assert_eq!(store.accept(&tokens[..1]).expect("a batch"), [Outcome::Repeated]);
    store.note_issued(period(), 30).expect("the database");
    store.note_issued(period(), 19).expect("the database");
    let counts = store.waiting().expect("counts");
    let lanes: Vec<_> = counts.iter().map(|count| (count.cell.lane, count.n)).collect();
    assert_eq!(lanes, [(Lane::Open, 50), (Lane::Token, 47)]);
    let mut week = TokenWeek { period: period(), issued: 49, spent: 47 };
    assert_eq!(store.token_weeks().expect("weeks"), [week]);
    assert_eq!(close(&mut *store, 1), Some(period()));
    let increments = store.increments(None).expect("increments");
    let lanes: Vec<_> = increments.iter().map(|increment| increment.lane).collect();
    assert_eq!((lanes, chain::verify(&increments)), (vec![Lane::Open, Lane::Token], Ok(())));
    assert_eq!(total(&mut *store), 0);
    week.spent = 40;
    assert_eq!(store.token_weeks().expect("weeks"), [week], "no exact number outlives its counts");
}

fn closing_is_final(open: &Open) {
    let mut store = open();
    store.accept(&batch(0..50)).expect("a batch");
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
    assert_eq!(store.increments(Some(TIANHE)).expect("increments"), increments);
    assert_eq!(store.increments(Some(HAIZHU)).expect("increments"), []);
    assert_eq!(store.closed_through().expect("a period"), Some(period()));
}

fn small_batches_wait(open: &Open) {
    let mut store = open();
    store.accept(&batch(0..1)).expect("a batch");
    assert_eq!(close(&mut *store, 1), Some(period()));
    assert_eq!(store.increments(None).expect("increments"), []);
    assert_eq!((total(&mut *store), store.ids().expect("ids")), (1, 0));
}

fn held(number: u128, day: Date, reason: HeldReason) -> Arrival {
    Arrival { held: Some(Held { day, reason }), ..arrival(report(number)) }
}

fn held_days_wait_for_a_decision(open: &Open) {
    let mut store = open();
    let (first, second) = (Date::constant(2026, 11, 18), Date::constant(2026, 11, 19));
    let (surge, address) = (HeldReason::Surge, HeldReason::Address);
    let mut elsewhere = held(4, first, surge);
    elsewhere.cell.district = HAIZHU;
    let batch = [
        held(1, first, surge),
        held(2, first, address),
        held(3, second, surge),
        held(1, first, surge),
        elsewhere,
    ];
    store.accept(&batch).expect("a batch");
    let held: Vec<_> = store.held().expect("held").iter().map(|held| (held.held, held.count.n)).collect();
    let line = |day, reason| Held { day, reason };
    let expected = [
        (line(first, address), 1),
        (line(first, surge), 1),
        (line(first, surge), 1),
        (line(second, surge), 1),
    ];
    assert_eq!(held, expected);
    assert_eq!(total(&mut *store), 0);
    let part = LaneChoice { district: Some(HAIZHU), ..LaneChoice::day(first) };
    let mut decide =
        |choice: &LaneChoice, decision| store.decide(choice, decision, &audit()).expect("a decision");
    assert_eq!(decide(&part, LaneDecision::Reject), 1, "one district");
    let part = LaneChoice { reason: Some(address), ..LaneChoice::day(first) };
    assert_eq!(decide(&part, LaneDecision::Accept), 1, "one reason");
    let nothing = LaneChoice { pack: Some(CN21L), ..LaneChoice::day(first) };
    assert_eq!(decide(&nothing, LaneDecision::Accept), 0, "one pack");
    assert_eq!(decide(&LaneChoice::day(first), LaneDecision::Accept), 1);
    assert_eq!(decide(&LaneChoice::day(second), LaneDecision::Reject), 1);
    assert_eq!((total(&mut *store), store.held().expect("held").len()), (2, 0));
    assert_eq!(store.audits().expect("entries").len(), 5);
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
    let tianhe = token(2, "天河区联系人-1", Scope::District(TIANHE));
    assert!(store.add_token(&tianhe, &audit()).expect("the database"));
    assert!(store.add_token(&city, &audit()).expect("the database"));
    assert!(!store.add_token(&token(3, "市级", Scope::City), &audit()).expect("the database"));
    assert!(!store.revoke_token("无此名称", &audit()).expect("the database"));
    assert!(store.revoke_token("市级", &audit()).expect("the database"));
    assert!(!store.revoke_token("市级", &audit()).expect("the database"));
    for _ in 0..2 {
        store.touch_token(&city.hash, &audit()).expect("the database");
    }
    (city.revoked, city.last_used) = (Some(audit().day), Some(audit().day));
    assert_eq!(store.token(&city.hash).expect("a token"), Some(city.clone()));
    assert_eq!(store.token(&TokenHash([9; 32])).expect("no token"), None);
    assert_eq!(store.tokens().expect("tokens"), [tianhe, city]);
    assert_eq!(store.audits().expect("entries").len(), 4, "the first use of a day is noted once");
}

fn failed_transactions_change_nothing(open: &Open) {
    let mut store = open();
    store.accept(&batch(0..50)).expect("a batch");
    close(&mut *store, 1);
    let before = store.increments(None).expect("increments");
    let mut twice = |_: &ClosingInput<'_>| before.clone();
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
        store.accept(&[held(number, day, HeldReason::Surge)]).expect("a batch");
        let hash = TokenHash([number as u8; 32]);
        let (label, scope) = (day.to_string(), Scope::City);
        let token = Token { hash, label, scope, created: old, expires: day, revoked: None, last_used: None };
        store.add_token(&token, &audit()).expect("the database");
    }
    store.accept(&[arrival(report(3))]).expect("a batch");
    store.purge(young, young).expect("the database");
    let held: Vec<_> = store.held().expect("held").iter().map(|held| held.held.day).collect();
    assert_eq!(held, [young]);
    assert_eq!(
        store.tokens().expect("tokens").iter().map(|token| token.expires).collect::<Vec<_>>(),
        [young]
    );
    assert_eq!(total(&mut *store), 1);
    assert_eq!(store.accept(&[arrival(report(1))]).expect("a batch"), [Outcome::Repeated]);
    store.ping().expect("a database that takes writes");
    assert!(store.tidy().expect("a tidy database"));
}

fn keys_are_known_again(open: &Open) {
    let mut store = open();
    let (this, next) = (period(), "2026W48".parse().expect("a period"));
    assert!(store.check_key(this, &[1; 32]).expect("the database"), "the first is taken");
    assert!(!store.check_key(this, &[2; 32]).expect("the database"));
    assert!(store.check_key(next, &[2; 32]).expect("the database"), "each period has its own");
    drop(store);
    let mut store = open();
    assert!(store.check_key(this, &[1; 32]).expect("the database"));
    store.accept(&batch(0..3)).expect("a batch");
    close(&mut *store, 1);
    assert!(!store.check_key(next, &[1; 32]).expect("the database"), "the open one is still known");
    store.forget_ids(&audit()).expect("the database");
    assert!(store.check_key(next, &[1; 32]).expect("the database"));
    assert_eq!(total(&mut *store), 3, "what was counted stays");
}

fn a_closing_without_releases_can_be_undone(open: &Open) {
    let mut store = open();
    let far = "2027W47".parse().expect("a period");
    let mut nothing = |_: &ClosingInput<'_>| Vec::new();
    assert!(store.close(far, &audit(), &mut nothing).expect("a closing"));
    assert_eq!(store.accept(&batch(0..1)).expect("a batch"), [Outcome::Closed]);
    let before = "2026W46".parse().expect("a period");
    assert!(store.reopen_after(before, &audit()).expect("the database"));
    assert_eq!(store.closed_through().expect("a period"), None);
    assert!(!store.reopen_after(before, &audit()).expect("the database"), "there is nothing to undo");
    store.accept(&batch(0..50)).expect("a batch");
    close(&mut *store, 1);
    assert!(!store.reopen_after(before, &audit()).expect("the database"), "a release stays");
    assert_eq!(store.closed_through().expect("a period"), Some(period()));
}

fn time_only_moves_on(open: &Open) {
    let mut store = open();
    let at = |text: &str| text.parse::<jiff::Timestamp>().expect("a moment");
    assert_eq!(store.clock().expect("the time").high_water, None);
    let (early, late) = (at("2026-11-18T04:00:00Z"), at("2026-11-18T05:00:00Z"));
    let next = "2026W48".parse().expect("a period");
    store.note_time(late, period()).expect("the time");
    store.note_time(early, next).expect("the time");
    let stored = store.clock().expect("the time");
    assert_eq!((stored.high_water, stored.began, stored.settings), (Some(late), Some(period()), 0));
    store.set_time(early, &audit()).expect("the time");
    let stored = store.clock().expect("the time");
    assert_eq!((stored.high_water, stored.settings), (Some(early), 1), "an operator may");
}

fn all_of_it_can_be_carried_over(open: &Open) {
    let mut store = open();
    let day = Date::constant(2026, 11, 18);
    store.accept(&batch(0..50)).expect("a batch");
    store.note_issued(period(), 5).expect("the database");
    close(&mut *store, 1);
    let next = "2026W48".parse().expect("a period");
    store.note_issued(next, 3).expect("the database");
    let mut later: Vec<Arrival> = (100..120).map(|number| held(number, day, HeldReason::Network)).collect();
    later[..15].iter_mut().for_each(|arrival| arrival.held = None);
    later[..2].iter_mut().for_each(|arrival| arrival.cell.lane = Lane::Token);
    later.iter_mut().for_each(|arrival| arrival.cell.period = next);
    store.accept(&later).expect("a batch");
    store.check_key(next, &[7; 32]).expect("the database");
    store.add_busy_days(&[BusyDay { day, district: TIANHE, n: 40 }], day).expect("the database");
    let (label, scope, hash) = ("市级".to_owned(), Scope::City, TokenHash([1; 32]));
    let token =
        Token { hash, label, scope, created: day, expires: day, revoked: Some(day), last_used: Some(day) };
    store.add_token(&token, &audit()).expect("the database");
    let (ledger, waiting) = store.contents().expect("the contents");
    assert_eq!((waiting.ids.len(), waiting.counts.len(), waiting.held.len()), (20, 2, 1));
    assert_eq!((ledger.token_weeks.len(), waiting.token_weeks.len()), (1, 1));
    let folder = tempfile::tempdir().expect("a folder");
    let mut other = SqliteStore::create(&folder.path().join("other.db")).expect("a file");
    assert!(other.fill(&ledger, &waiting).expect("a copy"));
    assert!(!other.fill(&ledger, &waiting).expect("a copy"), "never over something");
    let (mut other_ledger, mut other_waiting) = other.contents().expect("the contents");
    other_ledger.clock.database = ledger.clock.database;
    let sorted = |waiting: &mut Waiting| waiting.ids.sort();
    let mut waiting = waiting;
    sorted(&mut waiting);
    sorted(&mut other_waiting);
    assert_eq!((ledger, waiting), (other_ledger, other_waiting));
    assert_eq!(other.accept(&later).expect("a batch"), [Outcome::Repeated; 20]);
    assert_eq!(chain::verify(&other.increments(None).expect("increments")), Ok(()));
}
