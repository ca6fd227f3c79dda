//! Sections 1 and 4: what a dossier may hold.

use crate::fixture::{dossier, rulebook, verdict};
use serde_json::{Value, json};
use zjtx_reference::Reference;

fn evaluate(dossier: &Value) -> Result<Value, String> {
    Reference::new(rulebook(&[json!({ "id": "pack" })])).evaluate("pack", dossier)
}

fn accepted(facts: &Value) -> bool {
    evaluate(&dossier(facts)).is_ok()
}

#[test]
fn every_kind_has_its_answers() {
    let rows = [
        ("yes_a", json!([true, false, null]), json!(["true", 1, "是"])),
        (
            "share",
            json!(["0", "3%", 2.5, "100", "0.000001"]),
            json!(["100.01", "-1", "3%%", "3％", "0.0000001"]),
        ),
        ("age", json!(["0", "8.5", 1000]), json!(["1000.5", "-1", "8年"])),
        ("patents", json!(["0", 3, "100000000", "3.0"]), json!(["2.5", "-1", "100000001", "3项", "1e3"])),
        ("rank", json!(["1", "none", 100]), json!(["0", "-1", "1.5", "无", "none "])),
        ("grade", json!(["gold", "none"]), json!(["silver", true, ["gold"]])),
        ("fields", json!([[], ["steel", "glass"]]), json!([["wood"], "steel", [1]])),
        ("city", json!(["440100"]), json!(["4401", 440_100, "44010a"])),
        ("industry", json!(["39", "392", "3921"]), json!(["3", "39211", "C39"])),
    ];
    for (fact, good, bad) in rows {
        for answer in good.as_array().into_iter().flatten() {
            assert!(accepted(&json!({ fact: answer })), "{fact} {answer}");
        }
        for answer in bad.as_array().into_iter().flatten() {
            assert!(!accepted(&json!({ fact: answer })), "{fact} {answer}");
        }
    }
}

#[test]
fn yearly_facts_are_given_by_year() {
    let rows = [
        (
            "revenue",
            json!(["0", "8600.5", "8600万元", "86000000元", 1_000_000_000, "0.01元"]),
            json!(["-1", "1000000001", "1e9", "0.0000001", "0.001元", "1亿元"]),
        ),
        (
            "profit",
            json!(["-1000000000", "-0.5"]),
            json!(["-1000000001", "NaN", "30000000000000000000000000000000"]),
        ),
        ("rating", json!(["0", "100", "68.5"]), json!(["100.5", "-1", "68分"])),
    ];
    for (fact, good, bad) in rows {
        for answer in good.as_array().into_iter().flatten() {
            assert!(accepted(&json!({ fact: { "2025": answer } })), "{fact} {answer}");
        }
        for answer in bad.as_array().into_iter().flatten() {
            assert!(!accepted(&json!({ fact: { "2025": answer } })), "{fact} {answer}");
        }
    }
    assert!(!accepted(&json!({ "revenue": "5" })));
    assert!(!accepted(&json!({ "revenue": { "25": "5" } })));
    assert!(!accepted(&json!({ "age": { "2025": "5" } })));
    assert!(accepted(&json!({ "revenue": null, "profit": { "2025": null } })));
}

#[test]
fn a_json_number_is_read_by_its_digits() {
    let text = r#"{ "revenue": { "2025": 8600.100000 } }"#;
    let facts: Value = serde_json::from_str(text).expect("JSON");
    for operator in ["at_least", "at_most"] {
        let node = json!({ "compare": { "quantity": { "fact": "revenue" }, operator: "8600.1万元" } });
        assert_eq!(verdict(&node, &facts), "met");
    }
}

#[test]
fn unknown_names_and_odd_fields_are_refused() {
    assert!(!accepted(&json!({ "fortune": "5" })));
    assert!(!accepted(&json!({ "fortune": null })));
    let edits = [
        ("schema", json!(2)),
        ("as_of", json!("2026-02-29")),
        ("as_of", json!("2026-5-1")),
        ("as_of", json!("2026-13-01")),
        ("application_kind", json!("second")),
        ("facts", json!([])),
        ("comment", json!("")),
    ];
    for (field, value) in edits {
        let mut edited = dossier(&json!({}));
        edited[field] = value;
        assert!(evaluate(&edited).is_err(), "{edited}");
    }
    assert!(evaluate(&json!({})).is_err());
}

#[test]
fn a_json_number_with_an_exponent_is_refused() {
    let facts: Value = serde_json::from_str(r#"{ "patents": 1e3 }"#).expect("JSON");
    assert!(!accepted(&facts));
}
