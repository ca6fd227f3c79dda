//! Unit tests.

use super::{Boundary, Side, boundaries};
use crate::sizes::size_boundaries;
use serde_json::{Value, json};

fn rulebook() -> Value {
    json!({ "terms": { "facts": [
        { "id": "revenue", "kind": "money", "period": "year" },
        { "id": "profit", "kind": "money", "period": "year", "signed": true },
        { "id": "staff", "kind": "count" },
        { "id": "crew", "kind": "count" },
        { "id": "share", "kind": "percent" },
        { "id": "rank", "kind": "rank" },
        { "id": "age", "kind": "years" },
    ] } })
}

fn dossier() -> Value {
    json!({ "as_of": "2026-05-01", "facts": {
        "revenue": { "2025": "1000", "2024": "800", "2023": "640" },
        "profit": { "2025": "70" }, "staff": "30", "crew": "65", "share": "12", "rank": "2", "age": "6",
    } })
}

fn of_node(node: &Value) -> Vec<Boundary> {
    boundaries(&rulebook(), &json!({ "gates": [{ "test": node }] }), &dossier())
}

fn given(found: &[Boundary], pointer: &str) -> Vec<(Side, String)> {
    let answer = |boundary: &Boundary| boundary.dossier["facts"].pointer(pointer).cloned();
    found
        .iter()
        .map(|boundary| (boundary.side, answer(boundary).unwrap_or_default()))
        .map(|(side, answer)| (side, answer.as_str().unwrap_or_default().to_owned()))
        .collect()
}

fn expected(above: &str, at: &str, below: &str) -> [(Side, String); 3] {
    [(Side::Above, above), (Side::At, at), (Side::Below, below)]
        .map(|(side, answer)| (side, answer.to_owned()))
}

fn compare(quantity: &Value, literal: &str) -> Value {
    json!({ "compare": { "quantity": quantity, "at_least": literal } })
}

#[test]
fn a_fact_moves_by_the_step_of_its_kind() {
    let rows = [
        ("share", "10%", ["10.000001", "10", "9.999999"]),
        ("staff", "20人", ["21", "20", "19"]),
        ("age", "3年", ["3.000001", "3", "2.999999"]),
    ];
    for (fact, literal, [above, at, below]) in rows {
        let found = of_node(&compare(&json!({ "fact": fact }), literal));
        assert_eq!(given(&found, &format!("/{fact}")), expected(above, at, below));
    }
}

#[test]
fn a_rank_is_better_the_smaller_it_is() {
    let found = of_node(&json!({ "rank_within": { "fact": "rank", "best": "3名" } }));
    assert_eq!(given(&found, "/rank"), expected("4", "3", "2"));
}

#[test]
fn a_ratio_is_moved_from_both_ends() {
    let ratio = json!({ "ratio": { "of": { "fact": "profit" }, "to": { "fact": "revenue" } } });
    let found = of_node(&compare(&ratio, "7%"));
    assert_eq!(given(&found[..3], "/profit/2025"), expected("70.000001", "70", "69.999999"));
    let to = given(&found[3..6], "/revenue/2025");
    let falling = [(Side::Below, "1000.000001"), (Side::At, "1000"), (Side::Above, "999.999999")];
    assert_eq!(to, falling.map(|(side, answer)| (side, answer.to_owned())));
}

#[test]
fn a_side_that_no_number_reaches_is_left_out() {
    let ratio = json!({ "ratio": { "of": { "fact": "profit" }, "to": { "fact": "revenue" } } });
    let found = of_node(&compare(&ratio, "30%"));
    let sides: Vec<_> = found[..5].iter().map(|found| found.side).collect();
    assert_eq!(sides, [Side::Above, Side::At, Side::Below, Side::Below, Side::Above]);
    let none = of_node(&compare(&json!({ "fact": "revenue" }), "0万元"));
    assert_eq!(given(&none, "/revenue/2025").len(), 2);
}

#[test]
fn sums_and_growth_move_by_their_last_year() {
    let sum = json!({ "sum_years": { "last": 2, "of": { "fact": "revenue" } } });
    let found = of_node(&compare(&sum, "2000万元"));
    assert_eq!(given(&found[..3], "/revenue/2025"), expected("1200.000001", "1200", "1199.999999"));
    assert_eq!(given(&found[3..6], "/revenue/2024"), expected("1000.000001", "1000", "999.999999"));
    for how in ["compound", "mean_of_ratios"] {
        let growth = json!({ "growth": { "of": "revenue", "years": 2, "how": how } });
        let found = of_node(&compare(&growth, "25%"));
        assert_eq!(given(&found[..3], "/revenue/2025"), expected("1000.000001", "1000", "999.999999"));
    }
}

#[test]
fn every_year_has_its_own_boundary() {
    let test = compare(&json!({ "fact": "revenue" }), "500万元");
    let found = of_node(&json!({ "every_year": { "last": 2, "test": test } }));
    assert_eq!(given(&found[..3], "/revenue/2025"), expected("500.000001", "500", "499.999999"));
    assert_eq!(given(&found[3..], "/revenue/2024"), expected("500.000001", "500", "499.999999"));
}

#[test]
fn bands_tiers_and_items_have_boundaries() {
    let quantity = json!({ "fact": "age" });
    let rows = json!([{ "at_least": "5年", "points": "5分" }, { "points": "0分" }]);
    assert_eq!(of_node(&json!({ "band": { "quantity": quantity, "rows": rows } })).len(), 3);
    let tiers = json!({ "selector": { "quantity": quantity }, "rows": [{ "from": "5年", "test": {} }, { "test": {} }] });
    assert_eq!(of_node(&json!({ "threshold_by": tiers })).len(), 3);
    let items = json!({ "quantity": quantity, "each": "2年", "points": "2分", "cap": "5分" });
    let found = of_node(&json!({ "per_item": items }));
    let literals: Vec<_> = found.iter().map(|boundary| boundary.literal.as_str()).collect();
    assert_eq!(literals, ["2年", "2年", "2年", "4年", "4年", "4年", "6年", "6年", "6年"]);
}

#[test]
fn a_size_floor_is_approached_from_the_other_floors() {
    let table = json!({ "groups": [{
        "industries": ["39"], "indicators": ["staff", "revenue"],
        "floors": { "large": ["1000人", "4亿元"], "medium": ["300人", "2000万元"], "small": ["20人", "300万元"] },
    }] });
    let found = size_boundaries(&rulebook(), &json!({ "size_table": table }), &dossier());
    assert_eq!(found.len(), 18);
    assert_eq!(given(&found[..3], "/staff"), expected("1001", "1000", "999"));
    assert_eq!(given(&found[..3], "/revenue/2025")[0].1, "40000");
    assert_eq!(given(&found[3..6], "/revenue/2025"), expected("40000.000001", "40000", "39999.999999"));
}

#[test]
fn round_numbers_let_a_literal_be_met_exactly() {
    let share = json!({ "ratio": { "of": { "fact": "staff" }, "to": { "fact": "crew" } } });
    let found = of_node(&compare(&share, "7%"));
    let as_given = given(&found[..2], "/staff");
    assert_eq!(as_given, [(Side::Above, "5".to_owned()), (Side::Below, "4".to_owned())]);
    assert_eq!(given(&found[4..7], "/staff"), expected("70001", "70000", "69999"));
    let growth = json!({ "growth": { "of": "revenue", "years": 2, "how": "mean_of_ratios" } });
    let found = of_node(&compare(&growth, "7%"));
    assert_eq!(given(&found[3..], "/revenue/2025"), expected("11400.000001", "11400", "11399.999999"));
}

#[test]
fn a_tier_is_selected_before_its_thresholds_are_approached() {
    let test = |literal| compare(&json!({ "fact": "age" }), literal);
    let rows = json!([{ "from": "5000万元", "test": test("3年") }, { "test": test("2年") }]);
    let selector = json!({ "quantity": { "fact": "revenue" } });
    let found = of_node(&json!({ "threshold_by": { "selector": selector, "rows": rows } }));
    let revenues = given(&found[3..], "/revenue/2025");
    let revenues: Vec<_> = revenues.iter().map(|(_, answer)| answer.as_str()).collect();
    assert_eq!(revenues, ["5000", "5000", "5000", "2500", "2500", "2500"]);
    assert_eq!(given(&found[6..], "/age"), expected("2.000001", "2", "1.999999"));
}
