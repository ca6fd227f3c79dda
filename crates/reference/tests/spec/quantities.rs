//! Section 7.

use crate::fixture::verdict;
use serde_json::{Value, json};

/// Asserts that the quantity is exactly the literal: at least it, at most it.
fn comes_to(quantity: &Value, literal: &str, facts: &Value) {
    for operator in ["at_least", "at_most"] {
        let node = json!({ "compare": { "quantity": quantity, operator: literal } });
        assert_eq!(verdict(&node, facts), "met", "{quantity} {operator} {literal} {facts}");
    }
}

fn unknown(quantity: &Value, literal: &str, facts: &Value) {
    let node = json!({ "compare": { "quantity": quantity, "at_least": literal } });
    assert_eq!(verdict(&node, facts), "undetermined", "{quantity} {facts}");
}

#[test]
fn a_fact_is_read_at_its_period() {
    let facts = json!({
        "revenue": { "2023": "7", "2024": "8", "2025": "9", "2026": "10" },
        "assets": { "2025": "5" }, "rating": { "2025": "60", "2026": "70" }, "age": "4",
    });
    comes_to(&json!({ "fact": "revenue" }), "9万元", &facts);
    comes_to(&json!({ "fact": "revenue", "years_ago": 2 }), "7万元", &facts);
    comes_to(&json!({ "fact": "assets" }), "5万元", &facts);
    comes_to(&json!({ "fact": "rating" }), "70分", &facts);
    comes_to(&json!({ "sum_years": { "last": 2, "of": { "fact": "rating" } } }), "130分", &facts);
    comes_to(&json!({ "sum_years": { "last": 2, "of": { "fact": "age" } } }), "8年", &facts);
    comes_to(&json!({ "mean_years": { "last": 3, "of": { "fact": "revenue" } } }), "8万元", &facts);
    unknown(&json!({ "mean_years": { "last": 4, "of": { "fact": "revenue" } } }), "1万元", &facts);
}

#[test]
fn sums_and_ratios_are_exact() {
    let facts = json!({ "revenue": { "2025": "3", "2024": "4" }, "profit": { "2025": "-1" } });
    let sum = json!({ "sum": [{ "fact": "revenue" }, { "fact": "profit" }] });
    comes_to(&sum, "2万元", &facts);
    comes_to(
        &json!({ "ratio": { "of": { "fact": "revenue" }, "to": { "fact": "revenue", "years_ago": 1 } } }),
        "75%",
        &facts,
    );
    let third = json!({ "ratio": { "of": { "fact": "profit" }, "to": { "fact": "revenue" } } });
    let below = json!({ "compare": { "quantity": third, "less_than": "-33.3333%" } });
    assert_eq!(verdict(&below, &facts), "met");
}

#[test]
fn a_ratio_to_zero_or_less_is_unknown() {
    let ratio = json!({ "ratio": { "of": { "fact": "revenue" }, "to": { "fact": "profit" } } });
    for profit in ["0", "-5"] {
        unknown(&ratio, "0%", &json!({ "revenue": { "2025": "3" }, "profit": { "2025": profit } }));
    }
}

fn growth(how: &str, years: i64) -> Value {
    json!({ "growth": { "of": "profit", "years": years, "how": how } })
}

#[test]
fn compound_growth_is_compared_without_a_root() {
    let facts = json!({ "profit": { "2025": "121", "2024": "1", "2023": "100" } });
    comes_to(&growth("compound", 2), "10%", &facts);
    comes_to(&growth("compound", 1), "12000%", &json!({ "profit": { "2025": "121", "2024": "1" } }));
    let just_below = json!({ "compare": { "quantity": growth("compound", 2), "at_least": "10.0001%" } });
    assert_eq!(verdict(&just_below, &facts), "unmet");
}

#[test]
fn compound_growth_to_a_loss_is_below_every_threshold() {
    let node = json!({ "compare": { "quantity": growth("compound", 2), "less_than": "-100%" } });
    let facts = json!({ "profit": { "2025": "-300", "2023": "100" } });
    assert_eq!(verdict(&node, &facts), "met");
    comes_to(&growth("compound", 2), "-100%", &json!({ "profit": { "2025": "0", "2023": "100" } }));
}

#[test]
fn the_mean_of_ratios_is_an_arithmetic_mean() {
    let facts = json!({ "profit": { "2025": "132", "2024": "110", "2023": "100" } });
    comes_to(&growth("mean_of_ratios", 2), "15%", &facts);
    comes_to(&growth("mean_of_ratios", 1), "20%", &facts);
}

#[test]
fn growth_from_a_base_that_is_not_positive_is_unknown() {
    let rows = [
        ("compound", json!({ "2025": "1", "2024": "1", "2023": "0" })),
        ("mean_of_ratios", json!({ "2025": "1", "2024": "0", "2023": "1" })),
        ("mean_of_ratios", json!({ "2025": "1", "2024": "1", "2023": "-1" })),
        ("compound", json!({ "2024": "1", "2023": "1" })),
        ("mean_of_ratios", json!({ "2025": "1", "2023": "1" })),
    ];
    for (how, profit) in rows {
        unknown(&growth(how, 2), "-100%", &json!({ "profit": profit }));
    }
    comes_to(&growth("compound", 2), "0%", &json!({ "profit": { "2025": "1", "2024": "-1", "2023": "1" } }));
}

#[test]
fn count_of_counts_the_listed_values() {
    let count = json!({ "count_of": { "fact": "fields", "values": ["steel", "glass"] } });
    comes_to(&count, "1项", &json!({ "fields": ["glass", "paper"] }));
    comes_to(&count, "0项", &json!({ "fields": [] }));
    unknown(&count, "0项", &json!({}));
}
