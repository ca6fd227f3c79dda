//! Unit tests.

use super::Dossiers;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use zjtx_reference::Reference;

fn rulebook() -> Value {
    let share = json!({ "compare": { "quantity": { "fact": "share" }, "at_least": "3%" } });
    let revenue = json!({ "compare": { "quantity": { "fact": "revenue" }, "more_than": "1200万元" } });
    let staff = json!({ "compare": { "quantity": { "fact": "staff" }, "at_most": "300人" } });
    let pack = json!({
        "id": "pack", "revision": "1", "in_force": [{ "from": "2026-04-01", "kinds": ["first", "renewal"] }],
        "gates": [{ "id": "G", "test": { "any": [share, revenue, staff] } }],
    });
    json!({
        "packs": [pack],
        "areas": { "cities": [{ "code": "440100", "districts": [{ "code": "440106" }] }] },
        "terms": { "facts": [
            { "id": "name", "kind": "text" },
            { "id": "city", "kind": "city" },
            { "id": "district", "kind": "district" },
            { "id": "industry", "kind": "industry" },
            { "id": "listed", "kind": "bool" },
            { "id": "staff", "kind": "count" },
            { "id": "share", "kind": "percent" },
            { "id": "rank", "kind": "rank" },
            { "id": "age", "kind": "years" },
            { "id": "rating", "kind": "points", "period": "application_year", "max": "100分" },
            { "id": "revenue", "kind": "money", "period": "year", "signed": true },
            { "id": "grade", "kind": "choice", "choices": [{ "id": "gold" }] },
            { "id": "fields", "kind": "set", "choices": [{ "id": "steel" }, { "id": "glass" }] },
        ] },
    })
}

fn draw(rulebook: &Value, seed: u64) -> Vec<Value> {
    let mut dossiers = Dossiers::new(rulebook, &rulebook["packs"][0], seed);
    (0..300).map(|_| dossiers.random()).collect()
}

#[test]
fn a_seed_decides_the_dossiers() {
    let rulebook = rulebook();
    assert_eq!(draw(&rulebook, 7), draw(&rulebook, 7));
    assert_ne!(draw(&rulebook, 7), draw(&rulebook, 8));
}

#[test]
fn every_dossier_is_accepted_and_every_verdict_occurs() {
    let rulebook = rulebook();
    let reference = Reference::new(rulebook.clone());
    let mut dossiers = Dossiers::new(&rulebook, &rulebook["packs"][0], 1);
    let mut verdicts = BTreeSet::new();
    for dossier in draw(&rulebook, 1) {
        for dossier in [dossiers.varied(&dossier), dossier] {
            let found = reference.evaluate("pack", &dossier).expect("an acceptable dossier");
            verdicts.insert(found["verdict"].to_string());
        }
    }
    assert_eq!(verdicts.len(), 3);
}

#[test]
fn literals_and_their_neighbours_are_drawn() {
    let rulebook = rulebook();
    let drawn: BTreeSet<String> = draw(&rulebook, 2)
        .iter()
        .flat_map(|dossier| [dossier["facts"]["share"].clone(), dossier["facts"]["staff"].clone()])
        .filter_map(|answer| answer.as_str().map(str::to_owned))
        .collect();
    for hugging in ["2.999999", "3", "3.000001", "299", "300", "301"] {
        assert!(drawn.contains(hugging), "{hugging}");
    }
}

#[test]
fn a_variation_changes_at_most_four_facts() {
    let rulebook = rulebook();
    let mut dossiers = Dossiers::new(&rulebook, &rulebook["packs"][0], 3);
    let dossier = dossiers.random();
    let (facts, no_facts) = (&dossier["facts"], serde_json::Map::new());
    let mut changed = BTreeSet::new();
    for _ in 0..50 {
        let varied = dossiers.varied(&dossier);
        let names = facts.as_object().unwrap_or(&no_facts).keys();
        changed.insert(names.filter(|name| varied["facts"].get(name) != facts.get(name)).count());
    }
    assert!(changed.iter().all(|count| *count <= 4), "{changed:?}");
    assert!(changed.len() > 1, "{changed:?}");
}
