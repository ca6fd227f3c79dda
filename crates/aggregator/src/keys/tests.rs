use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use rand::SeedableRng;
use rand::rngs::StdRng;
use zjtx_wire::{Period, ReportId};

use super::{KeyError, Keys};

fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

fn keys(folder: &Path, seed: u64) -> Keys {
    let now = "2026-11-18T04:00:00Z".parse().expect("a moment");
    Keys::open_or_create(folder, now, &mut StdRng::seed_from_u64(seed)).expect("keys")
}

fn id() -> ReportId {
    ReportId::from_bytes([7; 16])
}

#[test]
fn a_key_outlives_a_restart_and_not_its_period() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = keys(folder.path(), 1);
    let [this, next] = [period("2026W47"), period("2026W48")];
    let (stored, later) = (first.stored_id(this, &id()), first.stored_id(next, &id()));
    assert!(stored.is_some() && stored != later);
    assert_eq!(keys(folder.path(), 2).stored_id(this, &id()), stored, "what is there is not made anew");
    first.destroy_through(this).expect("a new state");
    for keys in [first, keys(folder.path(), 3)] {
        assert_eq!((keys.stored_id(this, &id()), keys.check(this)), (None, None));
        assert_eq!(keys.stored_id(next, &id()), later);
        assert_eq!(keys.first_period(), next);
    }
}

#[test]
fn copies_of_one_file_agree_whoever_moves_on_first() {
    let (one, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let first = keys(one.path(), 1);
    for name in ["period.key", "lasting.key"] {
        fs::copy(one.path().join(name), other.path().join(name)).expect("a copy");
    }
    let second = keys(other.path(), 2);
    first.destroy_through(period("2026W49")).expect("a new state");
    second.destroy_through(period("2026W47")).expect("a new state");
    for week in ["2026W50", "2026W53", "2027W01"] {
        assert_eq!(first.check(period(week)), second.check(period(week)), "{week}");
        assert!(first.check(period(week)).is_some(), "{week}");
    }
    assert_eq!(first.work_salt(period("2026W50")), second.work_salt(period("2026W50")));
    assert_eq!(first.noise_seed("x"), second.noise_seed("x"));
    assert_ne!(first.noise_seed("x"), first.noise_seed("y"));
}

#[test]
fn processes_that_share_a_folder_never_go_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let (first, second) = (keys(folder.path(), 1), keys(folder.path(), 1));
    first.destroy_through(period("2026W48")).expect("a new state");
    second.destroy_through(period("2026W47")).expect("a new state");
    assert_eq!(second.first_period(), period("2026W49"));
    assert_eq!(keys(folder.path(), 1).first_period(), period("2026W49"));
}

#[test]
fn only_the_owner_reads_them_and_nothing_else_is_taken_for_a_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let inner = folder.path().join("keys");
    keys(&inner, 1);
    let mode = |file: &Path| fs::metadata(file).expect("a file").permissions().mode() & 0o777;
    assert_eq!(mode(&inner), 0o700);
    for name in ["period.key", "lasting.key"] {
        assert_eq!(mode(&inner.join(name)), 0o600, "{name}");
        let kept = fs::read(inner.join(name)).expect("a key");
        for wrong in ["", "2026W47", "2026W47 00", "ä"] {
            fs::write(inner.join(name), wrong).expect("a file");
            assert!(matches!(Keys::open(&inner), Err(KeyError::NotAKey(_))), "{name} {wrong}");
        }
        fs::write(inner.join(name), kept).expect("a file");
    }
    assert!(Keys::open(&inner).is_ok());
}

#[test]
fn what_the_file_held_is_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = keys(folder.path(), 1);
    // A second name keeps the old file within reach.
    let old = folder.path().join("old");
    fs::hard_link(folder.path().join("period.key"), &old).expect("a link");
    keys.destroy_through(period("2026W47")).expect("a new state");
    assert!(fs::read(&old).expect("the old file").iter().all(|byte| *byte == 0));
}
