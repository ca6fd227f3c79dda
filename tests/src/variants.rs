//! Dossiers that differ from a given one in a single fact, moved as far as it goes: what one of several
//! alternatives hides shows once the others are taken away.

use crate::rulebook::{items, term, word};
use serde_json::{Value, json};

/// Every fact of the dossier in turn answered the other way, emptied, made flat over the years, or zero.
#[must_use]
pub fn variants(rulebook: &Value, dossier: &Value) -> Vec<Value> {
    let facts = dossier["facts"].as_object().into_iter().flatten();
    let moved = facts.flat_map(|(fact, value)| {
        let kind = term(rulebook, fact).map_or("", |term| word(term, "kind"));
        let others = match kind {
            "bool" => vec![json!(value != &json!(true))],
            "set" => vec![json!([])],
            "rank" => vec![json!("none"), json!("1")],
            "choice" => choices(rulebook, fact),
            "date" => ["2015-03-16", "2024-04-10", "2025-09-20"].map(Value::from).to_vec(),
            "city" | "district" | "industry" | "text" => Vec::new(),
            _ => levels(value),
        };
        others.into_iter().map(|other| with(dossier, fact, other))
    });
    moved.collect()
}

fn choices(rulebook: &Value, fact: &str) -> Vec<Value> {
    let term = term(rulebook, fact).unwrap_or(&Value::Null);
    items(term, "choices").iter().map(|choice| choice["id"].clone()).collect()
}

/// Numbers at zero and, with years, at their oldest value throughout.
fn levels(value: &Value) -> Vec<Value> {
    let Some(years) = value.as_object() else { return vec![json!("0")] };
    let throughout = |number: &Value| years.keys().map(|year| (year.clone(), number.clone())).collect();
    let oldest = years.values().next().cloned().unwrap_or_default();
    vec![Value::Object(throughout(&json!("0"))), Value::Object(throughout(&oldest))]
}

fn with(dossier: &Value, fact: &str, value: Value) -> Value {
    let mut changed = dossier.clone();
    changed["facts"][fact] = value;
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_variant_moves_one_fact() {
        let rulebook = json!({ "terms": { "facts": [
            { "id": "a", "kind": "bool" },
            { "id": "m", "kind": "money", "period": "year" },
        ] } });
        let dossier = json!({ "facts": { "a": true, "m": { "2019": "5", "2020": "7" } } });
        let facts: Vec<Value> = variants(&rulebook, &dossier).iter().map(|v| v["facts"].clone()).collect();
        assert_eq!(
            facts,
            [
                json!({ "a": false, "m": { "2019": "5", "2020": "7" } }),
                json!({ "a": true, "m": { "2019": "0", "2020": "0" } }),
                json!({ "a": true, "m": { "2019": "5", "2020": "5" } }),
            ]
        );
    }
}
