//! What pages ask of the pieces that have arrived.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails its test")]

mod support;

use support::{built, made_up};
use zjtx_directory::{Day, Filter, Shelf};

fn shelf() -> Shelf {
    let built = built(&made_up()).unwrap();
    let mut shelf = Shelf::new(built.index.clone());
    assert!(built.pieces.iter().all(|piece| shelf.add(piece)));
    shelf
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn all(filter: Filter, on: &str) -> usize {
    shelf().list(&filter, day(on), 0, 10).all
}

#[test]
fn pieces_of_another_directory_are_refused() {
    let built = built(&made_up()).unwrap();
    let mut index = built.index.clone();
    index.areas.truncate(1);
    assert!(!Shelf::new(index).add(&built.pieces[0]));
    assert!(!Shelf::new(built.index).add(b"ZF1\n"));
}

#[test]
fn a_search_gives_titles_on_the_day_with_their_rows() {
    let shelf = shelf();
    let found = shelf.search("星河精密", day("2025-01-01"), 10);
    assert_eq!(found.len(), 1);
    let titles: Vec<_> = found[0].titles.iter().map(|title| (title.title, title.standing)).collect();
    assert_eq!(titles, [(0, "valid"), (1, "valid"), (2, "valid")]);
    assert_eq!(found[0].titles[2].day.as_deref(), Some("2026-06-30"));
    assert_eq!((found[0].rows[0].source, found[0].rows[0].row), (0, 4));
    assert_eq!(shelf.search("有限公司", day("2025-01-01"), 7).len(), 7);
    assert!(shelf.search("（）", day("2025-01-01"), 7).is_empty());
}

#[test]
fn filters_narrow_together() {
    let of = |change: fn(&mut Filter), on: &str| {
        let mut filter = Filter::default();
        change(&mut filter);
        all(filter, on)
    };
    assert_eq!(of(|_| {}, "2025-01-01"), 60);
    assert_eq!(of(|filter| filter.title = "little_giant".into(), "2025-01-01"), 14);
    assert_eq!(of(|filter| filter.area = "440100".into(), "2025-01-01"), 56);
    assert_eq!(of(|filter| filter.area = "440106".into(), "2025-01-01"), 6);
    assert_eq!(of(|filter| filter.valid = true, "2023-12-31"), 14);
    assert_eq!(of(|filter| filter.valid = true, "2030-01-01"), 0);
    let ending = |filter: &mut Filter| {
        (filter.title, filter.ends_within) = ("little_giant".into(), Some(6));
    };
    assert_eq!(of(ending, "2025-12-30"), 14);
    assert_eq!(of(ending, "2025-12-29"), 0);
    assert_eq!(of(ending, "2026-07-01"), 0);
}

#[test]
fn counts_are_those_of_the_list() {
    let counts = shelf().counts(day("2025-10-01"));
    assert_eq!(counts.areas[&1].values().sum::<usize>(), 37);
    assert_eq!(counts.areas[&0].values().sum::<usize>(), 60);
    assert_eq!(counts.years[&2], [(2023, 14)].into());
    assert_eq!(counts.batches[&2].values().sum::<usize>(), 14);
}
