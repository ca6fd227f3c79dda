//! The JSON Schemas under `rules/schema` are those of the types, accept every rule file, and refuse slips.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails its test")]

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use zjtx_evaluator::written::schema::schemas;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn schema(name: &str) -> jsonschema::Validator {
    let (_, schema) = schemas().into_iter().find(|(known, _)| *known == name).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

/// Rule files of a folder of rules with the name of their schema.
fn rule_files(rules: &Path) -> Vec<(PathBuf, &'static str)> {
    let mut files = vec![
        (rules.join("catalog.json"), "catalog"),
        (rules.join("terms.json"), "terms"),
        (rules.join("rounds.json"), "rounds"),
        (rules.join("tables/areas.json"), "areas"),
        (rules.join("tables/industries.json"), "industries"),
    ];
    for (folder, name) in [("packs", "pack"), ("sources", "source")] {
        let entries = fs::read_dir(rules.join(folder)).unwrap();
        files.extend(entries.map(|entry| (entry.unwrap().path(), name)));
    }
    files
}

#[test]
fn committed_schemas_are_those_of_the_types() {
    let places = ("places", zjtx_places::schema());
    for (name, schema) in schemas().into_iter().chain([places]) {
        let path = root().join(format!("rules/schema/{name}.json"));
        assert_eq!(read(&path), schema, "run: cargo run -p zjtx -- schema rules/schema");
    }
}

#[test]
fn every_rule_file_fits_its_schema() {
    for rules in [root().join("rules"), root().join("tests/bad-packs/base")] {
        for (path, name) in rule_files(&rules) {
            if let Err(error) = schema(name).validate(&read(&path)) {
                panic!("{}: {} {error}", path.display(), error.instance_path());
            }
        }
    }
}

#[test]
fn slips_in_a_pack_are_refused_while_typing() {
    let good = read(&root().join("tests/bad-packs/base/packs/first.json"));
    let schema = schema("pack");
    let compare = "/gates/0/test/compare";
    let slips = [
        ("", "colour", json!("red")),
        (compare, "at_least", json!(1000)),
        (compare, "at_least", json!("1000")),
        (compare, "at_least", json!("约1000万元")),
        (compare, "at_least", Value::Null),
        (compare, "at_most", json!("2000万元")),
        (compare, "quantity", json!({})),
        (compare, "quantity", json!({ "fact": "a", "sum": [{ "fact": "a" }, { "fact": "b" }] })),
        (compare, "quantity", json!({ "sum": [{ "fact": "a" }, { "fact": "b" }], "years_ago": 1 })),
        ("/gates/1", "test", json!({ "hold": "legal_person" })),
        ("/gates/1", "any_of", json!([])),
        ("/score_sheet", "full", json!("100%")),
        ("/in_force/0", "from", json!("2020年1月1日")),
        ("/in_force/0", "kinds", json!(["second"])),
    ];
    assert!(schema.is_valid(&good));
    for (place, field, value) in slips {
        let mut slip = good.clone();
        slip.pointer_mut(place).unwrap()[field] = value;
        assert!(!schema.is_valid(&slip), "{place}/{field}");
    }
}
