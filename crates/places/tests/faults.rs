//! Each fault that a table of places can have, and where it is told.

use zjtx_places::{CopyDoc, FaultKind, FormerDoc, PlaceDoc, PlacesDoc, Words, check, parse};

fn words() -> Words {
    Words { zh: "甲".to_owned(), en: "A".to_owned() }
}

fn place(code: &str, name: &str) -> PlaceDoc {
    PlaceDoc { code: code.to_owned(), name: name.to_owned(), pinyin: "Jia Sheng".to_owned(), short: None }
}

fn former(code: &str, until: u16, into: &str) -> FormerDoc {
    FormerDoc { code: code.to_owned(), name: "丙县".to_owned(), until, into: vec![into.to_owned()] }
}

fn sound() -> PlacesDoc {
    let copy = CopyDoc {
        name: "a".to_owned(),
        version: "1".to_owned(),
        licence: "MIT".to_owned(),
        used_for: words(),
    };
    PlacesDoc {
        schema: 1,
        standard: "GB/T 2260".to_owned(),
        edition: words(),
        as_of: "2024-12-31".to_owned(),
        copies: vec![copy.clone(), copy],
        differences: Vec::new(),
        places: vec![place("110000", "甲省"), place("110101", "乙区")],
        former: vec![former("110102", 2000, "110101"), former("110102", 2010, "110101")],
    }
}

/// Breaks a sound table and tells what is found.
fn broken(change: impl FnOnce(&mut PlacesDoc)) -> Vec<(FaultKind, String)> {
    let mut doc = sound();
    change(&mut doc);
    check(&doc).into_iter().map(|fault| (fault.kind, fault.pointer)).collect()
}

#[test]
fn a_sound_table_has_none() {
    assert_eq!(broken(|_| {}), []);
}

#[test]
fn each_fault_is_told_at_its_place() {
    use FaultKind::{DuplicateId, Malformed, NoCitation, UnknownReference};
    let told = |kind, pointer: &str| vec![(kind, pointer.to_owned())];
    assert_eq!(broken(|doc| doc.schema = 2), told(Malformed, "/schema"));
    assert_eq!(broken(|doc| doc.as_of = "2024".to_owned()), told(Malformed, "/as_of"));
    assert_eq!(broken(|doc| drop(doc.copies.pop())), told(NoCitation, "/copies"));
    assert_eq!(broken(|doc| doc.places[1].name.clear()), told(Malformed, "/places/1/name"));
    assert_eq!(broken(|doc| doc.places[1].pinyin = "\t\t".to_owned()), told(Malformed, "/places/1/pinyin"));
    assert_eq!(broken(|doc| doc.places.push(place("110101", "乙区"))), told(DuplicateId, "/places/2/code"));
    assert_eq!(broken(|doc| doc.places.push(place("11010", "乙区"))), told(Malformed, "/places/2/code"));
    assert_eq!(
        broken(|doc| doc.places.push(place("210101", "乙区"))),
        told(UnknownReference, "/places/2/code")
    );
    assert_eq!(broken(|doc| doc.former[1].until = 2000), told(DuplicateId, "/former/1"));
    assert_eq!(broken(|doc| doc.former[1].until = 1999), told(Malformed, "/former/1"));
    assert_eq!(
        broken(|doc| doc.former[1].into = vec!["310000".to_owned()]),
        told(UnknownReference, "/former/1/into/0")
    );
    assert_eq!(broken(|doc| doc.places.swap(0, 1)), told(Malformed, "/places/1/code"));
}

#[test]
fn what_is_no_table_is_told_by_line() {
    let faults = parse("{\n \"schema\": \"one\" }").expect_err("a fault");
    assert_eq!(faults[0].kind, FaultKind::Malformed);
    assert!(faults[0].sentence.contains("第 2 行"), "{}", faults[0].sentence);
}
