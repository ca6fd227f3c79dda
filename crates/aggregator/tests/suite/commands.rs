//! What an operator does when something is wrong.

use std::fs;
use std::path::Path;

use rusqlite::Connection as Sqlite;
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::store::{Arrival, Database, Held, HeldReason, Outcome, Store};

use crate::command_line::run;
use crate::support::keys::keys_in;
use crate::support::postgres::Cluster;
use crate::support::process::keys_beside;
use crate::support::reports::{HAIZHU, TIANHE, arrival, report};
use crate::support::server::audit;

/// A database of today's version with the two releases of the fixture.
fn with_releases(folder: &Path) -> std::path::PathBuf {
    let database = folder.join("statistics.db");
    let file = Sqlite::open(&database).expect("a file");
    file.execute_batch(include_str!("../fixtures/version-1.sql")).expect("the fixture");
    drop(file);
    run(&database, &["migrate"]).expect("an upgrade");
    database
}

/// A database with a key of week 45 on and whatever a test puts into it.
fn with_store(folder: &Path) -> (std::path::PathBuf, Keys, Box<dyn Store>) {
    let database = folder.join("statistics.db");
    let keys = keys_in(&keys_beside(&database), 1);
    let store = Database::Sqlite(database.clone()).prepare(&keys).expect("the database");
    (database, keys, store)
}

#[test]
fn only_serving_makes_a_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("statistics.db");
    let copy = folder.path().join("copy.db").display().to_string();
    for arguments in [
        &["verify-chain"][..],
        &["backup", &copy],
        &["token", "issue", "--scope", "city", "--label", "x"],
        &["token", "list"],
        &["lane", "list"],
        &["audit"],
        &["release"],
        &["clock", "show"],
    ] {
        let message = run(&database, arguments).expect_err("a refusal");
        assert!(message.contains("没有数据库"), "{arguments:?}: {message}");
    }
    assert!(!database.exists() && !Path::new(&copy).exists());
}

/// A chain that was shortened or made anew is whole in itself; a hash that somebody kept finds it out.
#[test]
fn a_kept_hash_finds_a_shortened_or_rewritten_chain() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = with_releases(folder.path());
    let verify = |hash: &str| run(&database, &["verify-chain", "--expect", hash]);
    let whole = run(&database, &["verify-chain"]).expect("a whole chain");
    let last = whole.split_whitespace().last().expect("a hash").to_owned();
    assert_eq!(last.len(), 64);
    let first = "7eeabc045dd894b5343f081605ab378817e69a9a5c6a9fe29d7647cd3d3858a5";
    for kept in [&last, first] {
        assert!(verify(kept).is_ok(), "{kept}");
    }
    let file = Sqlite::open(&database).expect("the file");
    file.execute_batch("DROP TRIGGER release_is_never_deleted; DELETE FROM release WHERE seq = 2")
        .expect("an intruder");
    assert!(run(&database, &["verify-chain"]).is_ok(), "whole in itself");
    assert!(verify(first).is_ok());
    assert!(verify(&last).expect_err("a shortened chain").contains(&last));
}

#[test]
fn all_of_it_moves_to_postgres() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, keys, mut store) = with_store(folder.path());
    let batch: Vec<Arrival> = (0..60).map(|number| arrival(report(number))).collect();
    store.accept(&batch).expect("a batch");
    let after = "2026-11-23T16:00:00Z".parse().expect("a moment");
    let rules = zjtx_aggregator::release::rules::Rules::default();
    zjtx_aggregator::release::job::run_due(&mut *store, after, &rules, &keys).expect("a closing");
    let mut later = arrival(report(100));
    later.cell.period = "2026W48".parse().expect("a period");
    store.accept(&[later]).expect("a batch");
    let released = store.increments(None).expect("increments");
    let cluster = Cluster::start();
    let address = cluster.schema("moved");
    let moved = run(&database, &["migrate", "--to", &address]).expect("a move");
    assert!(moved.contains("1 条发布记录"), "{moved}");
    assert!(
        run(&database, &["migrate", "--to", &address]).expect_err("a full database").contains("不是空的")
    );
    let mut other = Database::from_address(&address, None).expect("an address").open().expect("the database");
    assert_eq!(other.increments(None).expect("increments"), released);
    assert_eq!(other.accept(&[later]).expect("a batch"), [Outcome::Repeated]);
    assert_eq!(other.accept(&batch[..1]).expect("a batch"), [Outcome::Closed]);
}

#[test]
fn held_reports_are_told_apart_and_decided_in_part() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, _, mut store) = with_store(folder.path());
    let day = jiff::civil::Date::constant(2026, 11, 18);
    let held = |number, district, reason| {
        let mut arrival = arrival(report(number));
        (arrival.cell.district, arrival.held) = (district, Some(Held { day, reason }));
        arrival
    };
    let batch = [
        held(1, TIANHE, HeldReason::Surge),
        held(2, TIANHE, HeldReason::Surge),
        held(3, HAIZHU, HeldReason::Address),
    ];
    store.accept(&batch).expect("a batch");
    let list = || run(&database, &["lane", "list"]).expect("a list");
    let lines = list();
    assert_eq!(lines.lines().count(), 2, "{lines}");
    assert!(
        lines.contains("2026-11-18\t440106 天河区\tCN26P\tsurge") && lines.contains("2 份\t2/0/0/0"),
        "{lines}"
    );
    assert!(lines.contains("440105 海珠区\tCN26P\taddress"), "{lines}");
    run(&database, &["lane", "reject", "2026-11-18", "--district", "440105"]).expect("a decision");
    run(&database, &["lane", "accept", "2026-11-18", "--pack", "CN26P", "--reason", "surge"])
        .expect("a decision");
    assert_eq!(list(), "");
    let waiting: i64 = store.waiting().expect("counts").iter().map(|count| count.n).sum();
    assert_eq!(waiting, 2);
    let audit = run(&database, &["audit"]).expect("the record");
    for entry in ["reject held\t2026-11-18 440105", "accept held\t2026-11-18 CN26P surge"] {
        assert!(audit.contains(entry), "{audit}");
    }
    assert_eq!(run(&database, &["audit", "--since", "2999-01-01"]).expect("the record"), "");
}

/// A database whose future a wrong clock has closed, of this version or an earlier one.
#[test]
fn a_closed_future_is_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, keys, mut store) = with_store(folder.path());
    let far = "2998W47".parse().expect("a period");
    let mut nothing = |_: &zjtx_aggregator::store::ClosingInput<'_>| Vec::new();
    store.close(far, &audit(), &mut nothing).expect("a closing");
    store.note_time("2998-11-29T00:00:00Z".parse().expect("a moment"), far).expect("the time");
    keys.destroy_through(far).expect("a new state");
    assert!(run(&database, &["clock", "show"]).expect("the time").contains("2998W47"));
    let accepted = run(&database, &["clock", "accept"]).expect("the time");
    assert!(accepted.contains("重新开放"), "{accepted}");
    assert_eq!(store.closed_through().expect("a period"), None);
    let now = zjtx_aggregator::calendar::period_of(jiff::Timestamp::now());
    let keys = Keys::open(&keys_beside(&database)).expect("the keys");
    assert!(keys.check(now).is_some(), "the running week has a key again");
    assert!(run(&database, &["release"]).is_ok());
}

/// After a long pause the operator names the week.
#[test]
fn a_long_pause_is_ended_by_naming_the_week() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, _, mut store) = with_store(folder.path());
    store
        .note_time("2026-10-04T04:00:00Z".parse().expect("a moment"), "2026W40".parse().expect("a period"))
        .expect("the time");
    let refused = run(&database, &["release"]).expect_err("a refusal");
    assert!(refused.contains("--through"), "{refused}");
    let due = zjtx_aggregator::calendar::last_closed(jiff::Timestamp::now()).expect("a period").to_string();
    assert!(run(&database, &["release", "--through", &due]).expect("a closing").contains(&due));
    assert!(run(&database, &["release"]).expect("the time is known again").contains("没有到期"));
}

/// What a killed backup left is gone with the next one.
#[test]
fn what_a_killed_backup_left_is_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = crate::support::server::TestServer::new();
    let mut settings = server.settings.clone();
    settings.backup.folder = Some(folder.path().to_owned());
    for name in ["statistics-2026-11-17.unfinished", "statistics-2026-11-17.unfinished-journal", "other"] {
        fs::write(folder.path().join(name), "left").expect("a file");
    }
    let server = crate::support::server::TestServer::with(settings);
    tokio::runtime::Runtime::new().expect("a runtime").block_on(server.run_due());
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .collect();
    names.sort();
    assert_eq!(names, ["other", "statistics-2026-11-18.db"]);
}
