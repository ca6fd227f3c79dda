//! Section 8.

use crate::fixture::{assess, word};
use serde_json::{Value, json};

/// The interval of one rule on a sheet of ten points.
fn points(rule: &Value, facts: &Value) -> [String; 2] {
    let indicator = json!({ "id": "1", "full": "10分", "rule": rule });
    let group = json!({ "id": "g", "full": "10分", "indicators": [indicator] });
    let sheet = json!({ "full": "10分", "pass_mark": "6分", "groups": [group] });
    let found = assess(json!({ "score_sheet": sheet }), facts);
    ["min", "max"].map(|end| word(&found["score"]["indicators"][0][end]))
}

#[test]
fn a_band_includes_its_bound() {
    let rising = json!({ "band": { "quantity": { "fact": "share" }, "rows": [
        { "at_most": "55%", "points": "10分" }, { "at_most": "75%", "points": "5分" }, { "points": "1分" },
    ] } });
    let falling = json!({ "band": { "quantity": { "fact": "share" }, "rows": [
        { "at_least": "75%", "points": "10分" }, { "at_least": "55%", "points": "5.5分" }, { "points": "0分" },
    ] } });
    for (share, low, high) in [
        ("55", "10", "5.5"),
        ("55.000001", "5", "5.5"),
        ("54", "10", "0"),
        ("75", "5", "10"),
        ("76", "1", "10"),
    ] {
        let facts = json!({ "share": share });
        assert_eq!(points(&rising, &facts), [low, low], "{share}");
        assert_eq!(points(&falling, &facts), [high, high], "{share}");
    }
    assert_eq!(points(&rising, &json!({})), ["1", "10"]);
}

#[test]
fn a_choice_has_points_for_every_answer() {
    let grade =
        json!({ "choice": { "fact": "grade", "points": { "gold": "9分", "iron": "4分", "none": "2分" } } });
    assert_eq!(points(&grade, &json!({ "grade": "iron" })), ["4", "4"]);
    assert_eq!(points(&grade, &json!({})), ["2", "9"]);
    let said = json!({ "choice": { "fact": "yes_a", "points": { "true": "10分", "false": "5分" } } });
    assert_eq!(points(&said, &json!({ "yes_a": false })), ["5", "5"]);
    assert_eq!(points(&said, &json!({})), ["5", "10"]);
}

#[test]
fn items_are_counted_whole_and_capped() {
    let rule = json!({ "per_item": { "quantity": { "fact": "age" }, "each": "2年", "points": "1分", "cap": "5分" } });
    for (age, expected) in [("0", "0"), ("3.999999", "1"), ("4", "2"), ("10", "5"), ("40", "5")] {
        assert_eq!(points(&rule, &json!({ "age": age })), [expected, expected], "{age}");
    }
    assert_eq!(points(&rule, &json!({})), ["0", "5"]);
    let of_a_loss = json!({ "per_item": { "quantity": { "fact": "profit" }, "each": "1万元", "points": "1分", "cap": "5分" } });
    assert_eq!(points(&of_a_loss, &json!({ "profit": { "2025": "-3" } })), ["0", "0"]);
}

#[test]
fn direct_points_stop_at_the_full_points_of_the_indicator() {
    let rule = json!({ "direct_points": { "fact": "rating" } });
    for (rating, expected) in [("7.25", "7.25"), ("10", "10"), ("80", "10")] {
        assert_eq!(points(&rule, &json!({ "rating": { "2026": rating } })), [expected, expected]);
    }
    assert_eq!(points(&rule, &json!({})), ["0", "10"]);
}

#[test]
fn best_of_takes_the_greatest_ends() {
    let said = |fact, yes, no| json!({ "choice": { "fact": fact, "points": { "true": yes, "false": no } } });
    let rule = json!({ "best_of": [said("yes_a", "6分", "0分"), said("yes_b", "9分", "3分")] });
    assert_eq!(points(&rule, &json!({ "yes_a": true, "yes_b": false })), ["6", "6"]);
    assert_eq!(points(&rule, &json!({ "yes_a": true })), ["6", "9"]);
    assert_eq!(points(&rule, &json!({ "yes_b": false })), ["3", "6"]);
}

fn sheet(floor: &str) -> Value {
    let indicator = |id, fact| {
        let points = json!({ "true": "10分", "false": "4分" });
        json!({ "id": id, "full": "10分", "rule": { "choice": { "fact": fact, "points": points } } })
    };
    let first = [indicator("1", "yes_a"), indicator("2", "yes_b")];
    json!({
        "gates": [{ "id": "G", "test": { "score": {} } }],
        "score_sheet": { "full": "25分", "pass_mark": "18分", "groups": [
            { "id": "one", "full": "15分", "floor": floor, "indicators": first },
            { "id": "two", "full": "10分", "indicators": [indicator("3", "yes_c")] },
        ] },
    })
}

#[test]
fn a_group_is_a_sum_at_most_its_full() {
    let found = assess(sheet("14分"), &json!({ "yes_a": true, "yes_b": true }));
    let score = &found["score"];
    assert_eq!(
        score["groups"],
        json!([
            { "id": "one", "min": "15", "max": "15", "title": null }, { "id": "two", "min": "4", "max": "10", "title": null },
        ])
    );
    assert_eq!(
        (&score["min"], &score["max"], &score["pass_mark"]),
        (&json!("19"), &json!("25"), &json!("18"))
    );
    assert_eq!(found["verdict"], "met");
}

#[test]
fn the_score_joins_the_total_and_the_floors() {
    let rows = [
        ("14分", json!([true, false, false]), "met"),
        ("15分", json!([true, false, true]), "unmet"),
        ("14分", json!([false, false, true]), "unmet"),
        ("14分", json!([true, null, false]), "met"),
        ("15分", json!([true, null, true]), "undetermined"),
        ("9分", json!([false, false, null]), "unmet"),
        ("8分", json!([false, false, null]), "undetermined"),
    ];
    for (floor, said, expected) in rows {
        let facts = json!({ "yes_a": said[0], "yes_b": said[1], "yes_c": said[2] });
        assert_eq!(assess(sheet(floor), &facts)["verdict"], expected, "{floor} {said}");
    }
}
