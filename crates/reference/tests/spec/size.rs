//! Section 9.

use crate::fixture::{assess, word};
use serde_json::{Value, json};

fn pack() -> Value {
    let group = |id, industries: &[&str], indicators: &[&str], floors: [[&str; 2]; 3]| {
        let [large, medium, small] = floors.map(|both| both[..indicators.len()].to_vec());
        let floors = json!({ "large": large, "medium": medium, "small": small });
        json!({ "id": id, "industries": industries, "indicators": indicators, "floors": floors })
    };
    let both = ["headcount", "revenue"];
    json!({
        "gates": [{ "id": "G", "test": { "size_class": { "among": ["medium", "small", "micro"] } } }],
        "size_table": {
            "groups": [
                group("making", &["39", "72"], &both, [["1000人", "4亿元"], ["300人", "2000万元"], ["20人", "300万元"]]),
                group("letting", &["721"], &["revenue"], [["5亿元", ""], ["1亿元", ""], ["100万元", ""]]),
            ],
            "not_covered": ["66"],
            "unclear": ["729"],
        },
    })
}

fn class(facts: &Value) -> [String; 2] {
    let found = assess(pack(), facts);
    [word(&found["size_class"]), word(&found["verdict"])]
}

fn firm(industry: &str, headcount: &Value, revenue: &Value) -> Value {
    json!({ "industry": industry, "headcount": { "2025": headcount }, "revenue": { "2025": revenue } })
}

#[test]
fn all_indicators_must_reach_a_floor() {
    let rows = [
        ("1000", "40000", "large", "unmet"),
        ("999", "40000", "medium", "met"),
        ("1000", "39999.99", "medium", "met"),
        ("299", "500000", "small", "met"),
        ("20", "300", "small", "met"),
        ("19", "300", "micro", "met"),
    ];
    for (headcount, revenue, expected, verdict) in rows {
        let facts = firm("39", &json!(headcount), &json!(revenue));
        assert_eq!(class(&facts), [expected, verdict], "{facts}");
    }
}

#[test]
fn an_unknown_indicator_leaves_several_classes() {
    let facts = firm("3921", &Value::Null, &json!("2500"));
    assert_eq!(class(&facts), ["undetermined", "met"]);
    let facts = firm("3921", &Value::Null, &json!("50000"));
    assert_eq!(class(&facts), ["undetermined", "undetermined"]);
    let facts = firm("3921", &Value::Null, &json!("100"));
    assert_eq!(class(&facts), ["micro", "met"]);
}

#[test]
fn the_declared_class_settles_only_what_is_open() {
    let declared = |mut facts: Value, size: &str| {
        facts["size_class"] = size.into();
        class(&facts)
    };
    let open = firm("39", &Value::Null, &json!("2500"));
    assert_eq!(declared(open.clone(), "small"), ["small", "met"]);
    assert_eq!(declared(open, "large"), ["undetermined", "met"]);
    let computed = firm("39", &json!("10"), &json!("10"));
    assert_eq!(declared(computed, "large"), ["micro", "met"]);
    assert_eq!(declared(json!({}), "large"), ["large", "unmet"]);
}

#[test]
fn the_longest_prefix_decides_and_a_short_code_stands_for_longer_ones() {
    let (few, much) = (json!("10"), json!("10000"));
    assert_eq!(class(&firm("7212", &few, &much))[0], "medium");
    assert_eq!(class(&firm("723", &few, &much))[0], "micro");
    assert_eq!(class(&firm("72", &few, &much)), ["undetermined", "undetermined"]);
    assert_eq!(class(&firm("7291", &few, &much)), ["undetermined", "undetermined"]);
    assert_eq!(class(&firm("6610", &few, &much)), ["undetermined", "undetermined"]);
    assert_eq!(class(&firm("99", &few, &much)), ["undetermined", "undetermined"]);
}
