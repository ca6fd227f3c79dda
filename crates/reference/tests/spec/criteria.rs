//! Section 5.

use crate::fixture::{answer, assess, dossier, rulebook};
use serde_json::{Value, json};
use zjtx_reference::Reference;

fn said(id: &str, fact: &str) -> Value {
    json!({ "id": id, "test": { "holds": fact } })
}

#[test]
fn a_veto_is_met_when_its_test_is_not() {
    for (test, truth) in [("met", "unmet"), ("unmet", "met"), ("undetermined", "undetermined")] {
        let found = assess(json!({ "vetoes": [said("V", "yes_a")] }), &json!({ "yes_a": answer(test) }));
        assert_eq!((&found["verdict"], &found["criteria"][0]["truth"]), (&json!(truth), &json!(truth)));
    }
}

#[test]
fn the_chapters_are_joined_in_order_and_declarations_stand_apart() {
    let routes = json!({ "id": "R", "any_of": [said("R1", "yes_b"), said("R2", "yes_c")] });
    let pack = json!({
        "routes": routes,
        "declarations": [said("D", "yes_b")],
        "gates": [{ "id": "G", "all_of": [said("G1", "yes_a"), said("G2", "yes_c")] }],
        "vetoes": [said("V", "yes_b")],
        "prerequisites": [said("P", "yes_a")],
    });
    let found = assess(pack, &json!({ "yes_a": true, "yes_b": false, "yes_c": true }));
    let line = |id, truth| json!({ "id": id, "truth": truth, "waived": false });
    let expected = [
        ("P", "met"),
        ("V", "met"),
        ("G", "met"),
        ("G1", "met"),
        ("G2", "met"),
        ("R", "met"),
        ("R1", "unmet"),
        ("R2", "met"),
    ];
    assert_eq!(found["criteria"], Value::from(expected.map(|(id, truth)| line(id, truth)).to_vec()));
    assert_eq!(found["declarations"], json!([{ "id": "D", "truth": "unmet" }]));
    assert_eq!((&found["verdict"], &found["score"]), (&json!("met"), &Value::Null));
}

#[test]
fn a_criterion_for_another_kind_is_not_examined() {
    let gate = json!({
        "id": "G", "applies_to": ["renewal"],
        "all_of": [said("G1", "yes_a"), said("G2", "yes_b")],
    });
    let found = assess(json!({ "gates": [gate] }), &json!({ "yes_a": false }));
    let line = |id| json!({ "id": id, "truth": "met", "waived": true });
    assert_eq!(found["criteria"], json!([line("G"), line("G1"), line("G2")]));
    assert_eq!((&found["verdict"], &found["missing"]), (&json!("met"), &json!([])));
}

#[test]
fn a_criterion_of_other_days_is_not_examined() {
    let dated = |id: &str, span: Value| {
        let mut gate = said(id, "yes_a");
        gate["in_force"] = span;
        gate
    };
    let gates = json!([
        dated("A", json!({ "from": "2020-01-01", "to": "2024-03-31" })),
        dated("B", json!({ "from": "2024-04-01" }))
    ]);
    let reference = Reference::new(rulebook(&[json!({ "id": "pack", "gates": gates })]));
    let mut asked = dossier(&json!({ "yes_a": false }));
    for (day, expected) in [("2024-03-31", ["unmet", "met"]), ("2024-04-01", ["met", "unmet"])] {
        asked["as_of"] = day.into();
        let found = reference.evaluate("pack", &asked).expect("well-formed");
        let truths = [0, 1].map(|at| found["criteria"][at]["truth"].clone());
        assert_eq!(truths, expected.map(Value::from), "{day}");
    }
}

#[test]
fn a_renewal_has_its_own_test() {
    let mut gate = said("G", "yes_a");
    gate["renewal"] = json!({ "holds": "yes_b" });
    let reference = Reference::new(rulebook(&[json!({ "id": "pack", "gates": [gate] })]));
    let mut asked = dossier(&json!({ "yes_a": false, "yes_b": true }));
    for (kind, expected) in [("first", "unmet"), ("renewal", "met")] {
        asked["application_kind"] = kind.into();
        let found = reference.evaluate("pack", &asked).expect("well-formed");
        assert_eq!(found["verdict"], expected);
    }
}
