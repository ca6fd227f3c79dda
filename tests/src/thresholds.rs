//! The thresholds of a pack: every literal that a quantity is measured against.

use crate::literal::Literal;
use crate::rulebook::{items, whole};
use serde_json::{Value, json};

/// A literal and the quantity measured against it.
#[derive(Clone, Debug)]
pub struct Threshold {
    /// The JSON pointer to the literal in the pack.
    pub pointer: String,
    /// The literal; of `per_item` a multiple of it.
    pub literal: Literal,
    /// The quantity.
    pub quantity: Value,
    /// How many periods back it is read there.
    pub back: i64,
}

/// The thresholds of comparisons, ranks, tiers, bands and counted items; those under a year node stand once
/// for each of its years.
#[must_use]
pub fn thresholds(pack: &Value) -> Vec<Threshold> {
    let mut found = Vec::new();
    gather("", pack, 0, &mut found);
    found
}

fn gather(pointer: &str, value: &Value, back: i64, found: &mut Vec<Threshold>) {
    match value {
        Value::Array(members) => {
            for (at, member) in members.iter().enumerate() {
                gather(&format!("{pointer}/{at}"), member, back, found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let below = format!("{pointer}/{name}");
                measured(&below, name, field, back, found);
                for years in 0..periods(name, field) {
                    gather(&below, field, back + years, found);
                }
            }
        }
        _ => {}
    }
}

fn periods(name: &str, body: &Value) -> i64 {
    match name {
        "every_year" | "any_year" => whole(body, "last").unwrap_or(1),
        _ => 1,
    }
}

/// The thresholds a node has itself.
fn measured(pointer: &str, name: &str, body: &Value, back: i64, found: &mut Vec<Threshold>) {
    let mut add = |place: &str, text: &Value, times: i128, quantity: &Value| {
        if let Some(literal) = text.as_str().and_then(Literal::read) {
            let literal = Literal { millionths: literal.millionths * times, ..literal };
            let pointer = format!("{pointer}/{place}");
            found.push(Threshold { pointer, literal, quantity: quantity.clone(), back });
        }
    };
    match name {
        "compare" => {
            for operator in ["at_least", "more_than", "at_most", "less_than"] {
                add(operator, &body[operator], 1, &body["quantity"]);
            }
        }
        "rank_within" => add("best", &body["best"], 1, &json!({ "fact": body["fact"] })),
        "band" | "threshold_by" => {
            let quantity = body.get("quantity").unwrap_or(&body["selector"]["quantity"]);
            for (at, row) in items(body, "rows").iter().enumerate() {
                for bound in ["at_least", "at_most", "from"] {
                    add(&format!("rows/{at}/{bound}"), &row[bound], 1, quantity);
                }
            }
        }
        "per_item" => {
            for times in 1..=multiples(body) {
                add("each", &body["each"], times, &body["quantity"]);
            }
        }
        _ => {}
    }
}

/// How many items earn the cap.
fn multiples(body: &Value) -> i128 {
    let points = |name: &str| body[name].as_str().and_then(Literal::read);
    match points("cap").zip(points("points")) {
        Some((cap, points)) if points.millionths > 0 => {
            (cap.millionths + points.millionths - 1) / points.millionths
        }
        _ => 1,
    }
}
