//! What is left to the generated boundary dossiers (`golden/left-to-boundaries.json`) is tried by them.

mod support;

use conformance::{boundaries::boundaries, sizes::size_boundaries};
use serde_json::Value;
use support::{RULEBOOK, RULES, golden, pack_json};
use zjtx_evaluator::{Dossier, GoldenCase, RulebookDoc, untried};

/// Thresholds without golden cases, by pack and pointer, each with the reason.
const LEFT_TO_BOUNDARIES: &str = include_str!("../golden/left-to-boundaries.json");

/// The dossiers generated at the thresholds of a pack.
fn generated(pack: &str) -> Vec<GoldenCase> {
    let mut found = Vec::new();
    for case in golden().iter().filter(|case| case.speaks_of(pack)) {
        found.extend(boundaries(&RULES, pack_json(pack), case.dossier()));
        found.extend(size_boundaries(&RULES, pack_json(pack), case.dossier()));
    }
    let parsed = |dossier: &Value| Dossier::parse(&dossier.to_string(), RULEBOOK.terms());
    found
        .iter()
        .map(|boundary| GoldenCase {
            pack: pack.to_owned(),
            dossier: parsed(&boundary.dossier).expect("a good dossier"),
        })
        .collect()
}

#[test]
fn generated_dossiers_try_what_is_left_to_them() {
    let rules: RulebookDoc = serde_json::from_value(RULES.clone()).expect("the rules are a rulebook");
    let left: Value = serde_json::from_str(LEFT_TO_BOUNDARIES).expect("the list is JSON");
    for entry in left.as_array().expect("a list") {
        let field = |name: &str| entry[name].as_str().expect("a text");
        let own: Vec<_> = rules.packs.iter().filter(|doc| doc.id == field("pack")).cloned().collect();
        let untried: Vec<String> = untried(&RULEBOOK, &own, &generated(field("pack")))
            .iter()
            .filter(|diagnostic| diagnostic.pointer.starts_with(field("pointer")))
            .map(ToString::to_string)
            .collect();
        assert!(untried.is_empty(), "{}", untried.join("\n"));
    }
}
