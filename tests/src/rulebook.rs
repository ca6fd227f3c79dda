//! Looking things up in a rulebook `{catalog, terms, areas, industries, sources: […], packs: […]}`.

use crate::literal::{Literal, MILLION};
use serde_json::Value;
use std::ops::RangeInclusive;

/// The members of a list; an absent list has none.
#[must_use]
pub fn items<'v>(object: &'v Value, name: &str) -> &'v [Value] {
    object.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A string field; an absent one is empty.
#[must_use]
pub fn word<'v>(object: &'v Value, name: &str) -> &'v str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A whole-number field.
#[must_use]
pub fn whole(object: &Value, name: &str) -> Option<i64> {
    object.get(name).and_then(Value::as_i64)
}

/// The term of a fact.
#[must_use]
pub fn term<'v>(rulebook: &'v Value, fact: &str) -> Option<&'v Value> {
    items(&rulebook["terms"], "facts").iter().find(|term| term["id"] == fact)
}

/// The size table a pack holds or refers to.
#[must_use]
pub fn size_table<'v>(rulebook: &'v Value, pack: &'v Value) -> Option<&'v Value> {
    match pack.get("size_table")? {
        Value::String(id) => items(rulebook, "packs")
            .iter()
            .find(|other| other["id"] == id.as_str())
            .and_then(|other| size_table(rulebook, other)),
        table => Some(table),
    }
}

/// The key a fact is given under, some periods before the current one; nothing when it has no periods.
#[must_use]
pub fn period_key(term: &Value, year: i64, back: i64) -> Option<String> {
    match term.get("period")?.as_str()? {
        "application_year" => Some((year - back).to_string()),
        _ => Some((year - 1 - back).to_string()),
    }
}

/// The year of a dossier's date.
#[must_use]
pub fn year(dossier: &Value) -> i64 {
    let digits = word(dossier, "as_of").get(..4).unwrap_or_default();
    digits.parse().unwrap_or_default()
}

/// The millionths a dossier may give for a fact with numbers.
#[must_use]
pub fn range(term: &Value) -> RangeInclusive<i128> {
    let maximum = term["max"].as_str().and_then(Literal::read);
    let most = match word(term, "kind") {
        "money" => 1_000_000_000 * MILLION,
        "percent" => 100 * MILLION,
        "years" => 1000 * MILLION,
        _ => 100_000_000 * MILLION,
    };
    let most = maximum.map_or(most, |max| max.millionths);
    match word(term, "kind") {
        "money" if term["signed"] == true => -most..=most,
        "rank" => MILLION..=most,
        _ => 0..=most,
    }
}

/// The smallest step of a fact in millionths: ranks are whole, and counts but for fractional ones.
#[must_use]
pub fn step(term: &Value) -> i128 {
    match word(term, "kind") {
        "count" if term["fractional"] == true => 1,
        "count" | "rank" => MILLION,
        _ => 1,
    }
}
