//! Documents that are too large or too deep get an error, at once and in little memory.

mod support;

use allocation_counter::measure;
use support::RULEBOOK;
use zjtx_evaluator::{Dossier, Rulebook, parse_file, written::PackDoc};

/// What refusing a document may allocate: a fraction of what the document itself takes.
const MOST_BYTES: u64 = 4 << 20;

fn refused(text: &str) {
    let terms = RULEBOOK.terms();
    let counted = measure(|| {
        let errors = Dossier::parse(text, terms).expect_err("no dossier");
        assert!(!errors.to_string().is_empty());
        assert!(Rulebook::load(text).is_err());
        let error = parse_file::<PackDoc>("packs/p.json", text).expect_err("no pack");
        assert!(!error.to_string().is_empty());
    });
    assert!(counted.bytes_max < MOST_BYTES, "{} bytes were taken", counted.bytes_max);
}

#[test]
fn ten_megabytes_are_refused() {
    refused(&"x".repeat(10 << 20));
    refused(&format!("{{\"schema\": 1, \"facts\": \"{}\"}}", "9".repeat(10 << 20)));
}

#[test]
fn ten_thousand_levels_are_refused() {
    for open in ["[", "{\"a\":", "{\"not\":"] {
        refused(&open.repeat(10_000));
    }
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let inside =
        r#"{"schema":1,"as_of":"2026-05-01","application_kind":"first","facts":{"key_fields":DEEP}}"#;
    refused(&inside.replace("DEEP", &deep));
}

#[test]
fn two_megabytes_of_junk_and_nothing_at_all_are_refused() {
    refused(&"\u{fffd}}{][".repeat(400_000));
    refused("");
    refused("null");
    refused("{}");
}
