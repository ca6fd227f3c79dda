//! Section 6.

use crate::fixture::{answer, assess, verdict};
use serde_json::{Value, json};

fn three() -> Value {
    json!([{ "holds": "yes_a" }, { "holds": "yes_b" }, { "holds": "yes_c" }])
}

fn answers(truths: [&str; 3]) -> Value {
    let [a, b, c] = truths.map(answer);
    json!({ "yes_a": a, "yes_b": b, "yes_c": c })
}

#[test]
fn at_least_n_follows_the_table() {
    let rows = [
        (["met", "met", "undetermined"], "met"),
        (["met", "met", "unmet"], "met"),
        (["met", "undetermined", "unmet"], "undetermined"),
        (["undetermined", "undetermined", "unmet"], "undetermined"),
        (["met", "unmet", "unmet"], "unmet"),
        (["undetermined", "unmet", "unmet"], "unmet"),
    ];
    let node = json!({ "at_least_n": { "n": 2, "of": three() } });
    for (truths, expected) in rows {
        assert_eq!(verdict(&node, &answers(truths)), expected, "{truths:?}");
    }
}

#[test]
fn waived_if_follows_the_table() {
    let rows = [
        ("met", "met", "met", false),
        ("met", "undetermined", "met", false),
        ("met", "unmet", "met", false),
        ("unmet", "met", "met", true),
        ("undetermined", "met", "met", true),
        ("unmet", "undetermined", "undetermined", false),
        ("undetermined", "undetermined", "undetermined", false),
        ("undetermined", "unmet", "undetermined", false),
        ("unmet", "unmet", "unmet", false),
    ];
    let test = json!({ "waived_if": { "test": { "holds": "yes_a" }, "waiver": { "holds": "yes_b" } } });
    for (test_truth, waiver, expected, waived) in rows {
        let pack = json!({ "gates": [{ "id": "G", "test": test }] });
        let found = assess(pack, &answers([test_truth, waiver, "unmet"]));
        let expected = json!([{ "id": "G", "truth": expected, "waived": waived }]);
        assert_eq!(found["criteria"], expected, "{test_truth} {waiver}");
    }
}

#[test]
fn compare_has_four_operators() {
    let rows = [
        ("at_least", ["unmet", "met", "met"]),
        ("more_than", ["unmet", "unmet", "met"]),
        ("at_most", ["met", "met", "unmet"]),
        ("less_than", ["met", "unmet", "unmet"]),
    ];
    for (operator, expected) in rows {
        let node = json!({ "compare": { "quantity": { "fact": "revenue" }, operator: "1亿元" } });
        for (revenue, expected) in ["9999.999999", "10000", "10000.000001"].iter().zip(expected) {
            let facts = json!({ "revenue": { "2025": revenue } });
            assert_eq!(verdict(&node, &facts), expected, "{operator} {revenue}");
        }
        assert_eq!(verdict(&node, &json!({})), "undetermined");
    }
}

#[test]
fn holds_title_and_review_differ_in_what_a_no_means() {
    let rows = [("met", "met"), ("unmet", "undetermined"), ("undetermined", "undetermined")];
    for (said, reviewed) in rows {
        let facts = answers([said, "met", "met"]);
        assert_eq!(verdict(&json!({ "holds": "yes_a" }), &facts), said);
        assert_eq!(verdict(&json!({ "title": "yes_a" }), &facts), said);
        assert_eq!(verdict(&json!({ "review": { "confirmed_by": "yes_a" } }), &facts), reviewed);
    }
}

#[test]
fn choices_sets_and_ranks_know_an_answer_from_silence() {
    let one_of = json!({ "one_of": { "fact": "grade", "values": ["gold", "iron"] } });
    assert_eq!(verdict(&one_of, &json!({ "grade": "iron" })), "met");
    assert_eq!(verdict(&one_of, &json!({ "grade": "none" })), "unmet");
    assert_eq!(verdict(&one_of, &json!({})), "undetermined");
    let includes = json!({ "includes_any": { "fact": "fields", "values": ["steel", "glass"] } });
    assert_eq!(verdict(&includes, &json!({ "fields": ["paper", "glass"] })), "met");
    assert_eq!(verdict(&includes, &json!({ "fields": [] })), "unmet");
    assert_eq!(verdict(&includes, &json!({ "fields": null })), "undetermined");
    let within = json!({ "rank_within": { "fact": "rank", "best": "3名" } });
    for (rank, expected) in [("3", "met"), ("4", "unmet"), ("none", "unmet")] {
        assert_eq!(verdict(&within, &json!({ "rank": rank })), expected);
    }
    assert_eq!(verdict(&within, &json!({})), "undetermined");
}

#[test]
fn ambiguous_follows_the_table() {
    let rows = [
        (["met", "met", "met"], "met"),
        (["unmet", "unmet", "unmet"], "unmet"),
        (["met", "unmet", "undetermined"], "undetermined"),
        (["met", "unmet", "met"], "undetermined"),
        (["met", "undetermined", "met"], "undetermined"),
        (["unmet", "undetermined", "unmet"], "undetermined"),
    ];
    let holds = |fact| json!({ "test": { "holds": fact } });
    let readings = json!([holds("yes_a"), holds("yes_b"), holds("yes_c")]);
    let node = json!({ "ambiguous": { "readings": readings } });
    for (truths, expected) in rows {
        assert_eq!(verdict(&node, &answers(truths)), expected, "{truths:?}");
    }
}

#[test]
fn a_reading_without_a_test_is_met() {
    let node = json!({ "ambiguous": { "readings": [{}, { "test": { "holds": "yes_a" } }] } });
    for (said, expected) in [(true, "met"), (false, "undetermined")] {
        assert_eq!(verdict(&node, &json!({ "yes_a": said })), expected);
    }
}

#[test]
fn years_are_joined_by_all_and_by_any() {
    let test = json!({ "compare": { "quantity": { "fact": "profit" }, "more_than": "0万元" } });
    let every = json!({ "every_year": { "last": 2, "test": test } });
    let any = json!({ "any_year": { "last": 2, "test": test } });
    let rows = [
        (json!({ "2025": "1", "2024": "1" }), "met", "met"),
        (json!({ "2025": "1", "2024": "-1" }), "unmet", "met"),
        (json!({ "2024": "1" }), "undetermined", "met"),
        (json!({ "2024": "0" }), "unmet", "undetermined"),
        (json!({ "2025": "0", "2024": "0", "2023": "9" }), "unmet", "unmet"),
    ];
    for (profit, of_every, of_any) in rows {
        let facts = json!({ "profit": profit });
        assert_eq!(verdict(&every, &facts), of_every, "{facts}");
        assert_eq!(verdict(&any, &facts), of_any, "{facts}");
    }
}

fn tiers(selector: &Value, [first, second]: [Value; 2]) -> Value {
    json!({ "threshold_by": { "selector": selector, "rows": [first, second] } })
}

#[test]
fn a_word_selects_the_row_that_lists_it() {
    let rows = [
        json!({ "when": ["gold"], "test": { "holds": "yes_a" } }),
        json!({ "when": ["iron"], "test": { "holds": "yes_b" } }),
    ];
    let node = tiers(&json!({ "choice": "grade" }), rows);
    let verdict_of =
        |grade: Value, a: bool, b: bool| verdict(&node, &json!({ "grade": grade, "yes_a": a, "yes_b": b }));
    assert_eq!(verdict_of("gold".into(), true, false), "met");
    assert_eq!(verdict_of("iron".into(), true, false), "unmet");
    assert_eq!(verdict_of("none".into(), true, true), "undetermined");
    assert_eq!(verdict_of(Value::Null, true, true), "met");
    assert_eq!(verdict_of(Value::Null, false, false), "unmet");
    assert_eq!(verdict_of(Value::Null, true, false), "undetermined");
}

#[test]
fn a_city_selects_by_its_zone() {
    let rows = [
        json!({ "when": ["core"], "test": { "holds": "yes_a" } }),
        json!({ "when": ["north"], "test": { "holds": "yes_b" } }),
    ];
    let node = tiers(&json!({ "zone_of": "city" }), rows);
    for (city, expected) in [("440100", "met"), ("441800", "unmet"), ("110100", "undetermined")] {
        let facts = json!({ "city": city, "yes_a": true, "yes_b": false });
        assert_eq!(verdict(&node, &facts), expected, "{city}");
    }
}

#[test]
fn a_quantity_selects_the_first_row_not_above_it() {
    let rows =
        [json!({ "from": "1亿元", "test": { "holds": "yes_a" } }), json!({ "test": { "holds": "yes_b" } })];
    let node = tiers(&json!({ "quantity": { "fact": "revenue" } }), rows);
    for (revenue, expected) in
        [(json!("10000"), "met"), (json!("9999.99"), "unmet"), (Value::Null, "undetermined")]
    {
        let facts = json!({ "revenue": { "2025": revenue }, "yes_a": true, "yes_b": false });
        assert_eq!(verdict(&node, &facts), expected, "{revenue}");
    }
}
