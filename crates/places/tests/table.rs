//! The table of `rules/tables/places.json` as it stands: sound, read back as it was written, and said aloud rightly.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails its test")]

use pinyin::ToPinyinMulti;
use std::{fs, path::Path};
use zjtx_places::{Level, Places, PlacesDoc, check, parse};

fn json() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/tables/places.json")).unwrap()
}

fn places() -> Places {
    parse(&json()).unwrap()
}

#[test]
fn the_table_is_sound() {
    let doc: PlacesDoc = serde_json::from_str(&json()).unwrap();
    assert_eq!(check(&doc), []);
}

#[test]
fn every_level_is_there_in_its_number() {
    let places = places();
    let count = |level| places.all().iter().filter(|place| place.level() == level).count();
    assert_eq!((count(Level::Province), count(Level::City), count(Level::County)), (34, 333, 2846));
}

#[test]
fn the_short_text_is_the_table() {
    let places = places();
    assert_eq!(Places::from_text(&places.to_text()), Some(places));
}

#[test]
fn the_embedded_text_is_the_table() {
    assert_eq!(Places::bundled(), places());
}

/// Names whose romanisation is not Hanyu Pinyin syllable by syllable.
const OTHERWISE: [&str; 4] = ["内蒙古自治区", "陕西省", "香港特别行政区", "澳门特别行政区"];
/// Places whose first character is read as in no other word, so that the dictionary lacks the reading.
const OF_THEIR_OWN: [&str; 3] = ["乐亭县", "乐陵市", "宕昌县"];

#[test]
fn pinyin_is_a_reading_of_each_character() {
    let doc: PlacesDoc = serde_json::from_str(&json()).unwrap();
    let listed = |name: &str| OTHERWISE.contains(&name) || OF_THEIR_OWN.contains(&name);
    let spelt = doc.places.iter().filter(|place| !listed(&place.name));
    let wrong = spelt.filter(|place| !reads(&place.name, &letters(&place.pinyin)));
    let wrong: Vec<String> = wrong.map(|place| format!("{} {}", place.name, place.pinyin)).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// The letters of a pinyin name alone.
fn letters(pinyin: &str) -> String {
    pinyin.to_lowercase().replace([' ', '\''], "").replace('ü', "v")
}

/// Whether letters are the readings of characters, one after the other.
fn reads(name: &str, letters: &str) -> bool {
    let Some(first) = name.chars().next() else { return letters.is_empty() };
    let rest = &name[first.len_utf8()..];
    let readings = first.to_pinyin_multi().into_iter().flatten();
    let mut readings: Vec<String> = readings.map(|reading| reading.plain().replace('ü', "v")).collect();
    readings.dedup();
    readings
        .iter()
        .any(|reading| letters.strip_prefix(reading.as_str()).is_some_and(|left| reads(rest, left)))
}
