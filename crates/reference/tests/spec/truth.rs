//! Section 2.

use crate::fixture::{answer, verdict};
use serde_json::json;

#[test]
fn connectives_follow_the_table() {
    let rows = [
        ("met", "met", "unmet", "met", "met"),
        ("met", "undetermined", "unmet", "undetermined", "met"),
        ("met", "unmet", "unmet", "unmet", "met"),
        ("undetermined", "met", "undetermined", "undetermined", "met"),
        ("undetermined", "undetermined", "undetermined", "undetermined", "undetermined"),
        ("undetermined", "unmet", "undetermined", "unmet", "undetermined"),
        ("unmet", "met", "met", "unmet", "met"),
        ("unmet", "undetermined", "met", "unmet", "undetermined"),
        ("unmet", "unmet", "met", "unmet", "unmet"),
    ];
    for (a, b, not, and, or) in rows {
        let facts = json!({ "yes_a": answer(a), "yes_b": answer(b) });
        let both = json!([{ "holds": "yes_a" }, { "holds": "yes_b" }]);
        assert_eq!(verdict(&json!({ "not": { "holds": "yes_a" } }), &facts), not, "not {a}");
        assert_eq!(verdict(&json!({ "all": both }), &facts), and, "{a} and {b}");
        assert_eq!(verdict(&json!({ "any": both }), &facts), or, "{a} or {b}");
    }
}

#[test]
fn all_of_nothing_is_met_and_any_of_nothing_is_unmet() {
    assert_eq!(verdict(&json!({ "all": [] }), &json!({})), "met");
    assert_eq!(verdict(&json!({ "any": [] }), &json!({})), "unmet");
}
