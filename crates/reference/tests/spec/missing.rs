//! Section 11.

use crate::fixture::assess;
use serde_json::{Value, json};

fn gate(id: &str, test: &Value) -> Value {
    json!({ "id": id, "test": test })
}

fn missing(pack: Value, facts: &Value) -> Value {
    assess(pack, facts)["missing"].clone()
}

#[test]
fn nothing_is_decisive_when_the_verdict_is_settled() {
    let pack = json!({ "gates": [gate("A", &json!({ "holds": "yes_a" })), gate("B", &json!({ "holds": "yes_b" }))] });
    assert_eq!(missing(pack.clone(), &json!({ "yes_a": false })), json!([]));
    assert_eq!(missing(pack, &json!({ "yes_a": true, "yes_b": true })), json!([]));
}

#[test]
fn the_walk_leaves_out_what_is_settled() {
    let node = json!({ "any": [
        { "all": [{ "holds": "yes_a" }, { "holds": "yes_b" }] },
        { "holds": "yes_c" },
    ] });
    let pack = json!({ "gates": [gate("A", &node)] });
    assert_eq!(missing(pack, &json!({ "yes_a": false })), json!(["yes_c"]));
}

#[test]
fn more_criteria_come_first_then_the_order_of_the_terms() {
    let share = json!({ "compare": { "quantity": { "fact": "share" }, "at_least": "1%" } });
    let pack = json!({
        "gates": [
            gate("A", &json!({ "all": [share, { "holds": "yes_b" }] })),
            gate("B", &share),
        ],
        "vetoes": [gate("V", &json!({ "holds": "yes_a" }))],
        "routes": { "id": "R", "any_of": [gate("R1", &json!({ "holds": "yes_b" })), gate("R2", &share)] },
    });
    assert_eq!(missing(pack, &json!({})), json!(["share", "yes_b", "yes_a"]));
}

#[test]
fn a_wider_score_range_comes_first() {
    let indicator = |id, fact, most| {
        let points = json!({ "true": most, "false": "0分" });
        json!({ "id": id, "full": most, "rule": { "choice": { "fact": fact, "points": points } } })
    };
    let indicators =
        [indicator("1", "yes_a", "3分"), indicator("2", "yes_b", "8分"), indicator("3", "yes_c", "5分")];
    let group = json!({ "id": "g", "full": "16分", "indicators": indicators });
    let pack = json!({
        "gates": [gate("A", &json!({ "score": {} }))],
        "score_sheet": { "full": "16分", "pass_mark": "8分", "groups": [group] },
    });
    assert_eq!(missing(pack.clone(), &json!({})), json!(["yes_b", "yes_c", "yes_a"]));
    assert_eq!(missing(pack, &json!({ "yes_b": false })), json!(["yes_c", "yes_a"]));
}

#[test]
fn a_review_counts_its_fact_whatever_was_said() {
    let pack = json!({ "gates": [gate("A", &json!({ "review": { "confirmed_by": "yes_a" } }))] });
    assert_eq!(missing(pack.clone(), &json!({})), json!(["yes_a"]));
    assert_eq!(missing(pack, &json!({ "yes_a": false })), json!(["yes_a"]));
}

#[test]
fn an_unknown_selector_is_decisive_and_rows_that_are_no_candidates_are_not() {
    let node = json!({ "threshold_by": { "selector": { "choice": "grade" }, "rows": [
        { "when": ["gold"], "test": { "holds": "yes_a" } },
        { "when": ["iron"], "test": { "holds": "yes_b" } },
    ] } });
    let pack = json!({ "gates": [gate("A", &node)] });
    assert_eq!(missing(pack.clone(), &json!({})), json!(["yes_a", "yes_b", "grade"]));
    assert_eq!(missing(pack.clone(), &json!({ "yes_a": true })), json!(["yes_b", "grade"]));
    assert_eq!(missing(pack, &json!({ "grade": "iron" })), json!(["yes_b"]));
}

#[test]
fn every_unknown_part_of_a_quantity_counts_and_a_settled_year_does_not() {
    let ratio = json!({ "ratio": { "of": { "fact": "profit" }, "to": { "fact": "revenue" } } });
    let node = json!({ "every_year": { "last": 2, "test": { "compare": { "quantity": ratio, "at_least": "3%" } } } });
    let pack = json!({ "gates": [gate("A", &node)] });
    let one_year = json!({ "profit": { "2024": "3" }, "revenue": { "2024": "100", "2025": "100" } });
    assert_eq!(missing(pack.clone(), &one_year), json!(["profit"]));
    assert_eq!(missing(pack, &json!({})), json!(["profit", "revenue"]));
}

#[test]
fn an_open_size_class_asks_for_what_would_settle_it() {
    let group = json!({
        "id": "making", "industries": ["39"], "indicators": ["headcount", "revenue"],
        "floors": { "large": ["1000人", "4亿元"], "medium": ["300人", "2000万元"], "small": ["20人", "300万元"] },
    });
    let pack = json!({
        "gates": [gate("A", &json!({ "size_class": { "among": ["small", "micro"] } }))],
        "size_table": { "groups": [group] },
    });
    assert_eq!(missing(pack.clone(), &json!({})), json!(["industry", "size_class"]));
    let known = json!({ "industry": "39", "revenue": { "2025": "5000" } });
    assert_eq!(missing(pack, &known), json!(["size_class", "headcount"]));
}
