//! A small rulebook around the pack under test.

use serde_json::{Value, json};
use zjtx_reference::Reference;

/// A rulebook whose terms are named for their kinds.
pub(crate) fn rulebook(packs: &[Value]) -> Value {
    json!({
        "catalog": {}, "industries": {}, "sources": [], "packs": packs,
        "areas": { "cities": [
            { "code": "440100", "zone": "core", "districts": [] },
            { "code": "441800", "zone": "north", "districts": [] },
        ] },
        "terms": { "facts": [
            { "id": "industry", "kind": "industry" },
            { "id": "city", "kind": "city" },
            { "id": "size_class", "kind": "choice", "choices": choices(&["large", "medium", "small", "micro"]) },
            { "id": "yes_a", "kind": "bool" },
            { "id": "yes_b", "kind": "bool" },
            { "id": "yes_c", "kind": "bool" },
            { "id": "profit", "kind": "money", "period": "year", "signed": true },
            { "id": "revenue", "kind": "money", "period": "year" },
            { "id": "assets", "kind": "money", "period": "year_end" },
            { "id": "rating", "kind": "points", "period": "application_year", "max": "100分" },
            { "id": "share", "kind": "percent" },
            { "id": "age", "kind": "years" },
            { "id": "patents", "kind": "count" },
            { "id": "rank", "kind": "rank" },
            { "id": "grade", "kind": "choice", "choices": choices(&["gold", "iron", "none"]) },
            { "id": "fields", "kind": "set", "choices": choices(&["steel", "glass", "paper"]) },
            { "id": "headcount", "kind": "count", "period": "year" },
        ] },
    })
}

fn choices(ids: &[&str]) -> Vec<Value> {
    ids.iter().map(|id| json!({ "id": id })).collect()
}

/// A first application of 2026, so that the current year is 2025.
pub(crate) fn dossier(facts: &Value) -> Value {
    json!({ "schema": 1, "as_of": "2026-05-01", "application_kind": "first", "facts": facts })
}

/// Evaluates a first application by a pack.
pub(crate) fn assess(mut pack: Value, facts: &Value) -> Value {
    pack["id"] = "pack".into();
    Reference::new(rulebook(&[pack]))
        .evaluate("pack", &dossier(facts))
        .expect("the pack and the dossier are well-formed")
}

/// The verdict by a pack whose only gate has this test.
pub(crate) fn verdict(test: &Value, facts: &Value) -> String {
    let pack = json!({ "gates": [{ "id": "G", "test": test }] });
    word(&assess(pack, facts)["verdict"])
}

/// The string a JSON value is.
pub(crate) fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The answer to a yes-or-no fact whose `holds` has that truth.
pub(crate) fn answer(truth: &str) -> Value {
    match truth {
        "met" => true.into(),
        "unmet" => false.into(),
        _ => Value::Null,
    }
}
