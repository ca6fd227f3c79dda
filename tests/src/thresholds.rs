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
    /// Where it is read.
    pub context: Context,
}

/// What surrounds a node.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// How many periods back it is read.
    pub back: i64,
    /// The rows of tier tables it stands in, the outermost first.
    pub rows: Vec<SelectedRow>,
}

/// A row of a tier table 「分级门槛」 and what selects it.
#[derive(Clone, Debug)]
pub struct SelectedRow {
    /// The selector.
    pub selector: Value,
    /// The row.
    pub row: Value,
    /// The bound of the row before it, if the selector is a quantity.
    pub below: Option<Literal>,
}

/// The thresholds of comparisons, ranks, tiers, bands and counted items; those under a year node stand once
/// for each of its years.
#[must_use]
pub fn thresholds(pack: &Value) -> Vec<Threshold> {
    let mut found = Vec::new();
    gather("", pack, &Context::default(), &mut found);
    found
}

fn gather(pointer: &str, value: &Value, context: &Context, found: &mut Vec<Threshold>) {
    match value {
        Value::Array(members) => {
            for (at, member) in members.iter().enumerate() {
                gather(&format!("{pointer}/{at}"), member, context, found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let below = format!("{pointer}/{name}");
                measured(&below, name, field, context, found);
                for (further, part, context) in parts(name, field, context) {
                    gather(&format!("{below}{further}"), part, &context, found);
                }
            }
        }
        _ => {}
    }
}

/// What is to be searched of a field: a year node once for each year, a tier table row by row.
fn parts<'v>(name: &str, body: &'v Value, context: &Context) -> Vec<(String, &'v Value, Context)> {
    match name {
        "every_year" | "any_year" => (0..whole(body, "last").unwrap_or(0))
            .map(|years| {
                let back = context.back + years;
                (String::new(), body, Context { back, ..context.clone() })
            })
            .collect(),
        "threshold_by" => {
            let rows = items(body, "rows");
            let bound = |row: &Value| row["from"].as_str().and_then(Literal::read);
            let contexts = rows.iter().enumerate().map(|(at, row)| {
                let mut context = context.clone();
                context.rows.push(SelectedRow {
                    selector: body["selector"].clone(),
                    row: row.clone(),
                    below: at.checked_sub(1).and_then(|before| bound(&rows[before])),
                });
                (format!("/rows/{at}"), row, context)
            });
            contexts.collect()
        }
        _ => vec![(String::new(), body, context.clone())],
    }
}

/// The thresholds a node has itself.
fn measured(pointer: &str, name: &str, body: &Value, context: &Context, found: &mut Vec<Threshold>) {
    let mut add = |place: &str, text: &Value, times: i128, quantity: &Value| {
        if let Some(literal) = text.as_str().and_then(Literal::read) {
            let millionths = literal.millionths * times;
            found.push(Threshold {
                pointer: format!("{pointer}/{place}"),
                literal: Literal { millionths, ..literal },
                quantity: quantity.clone(),
                context: context.clone(),
            });
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
                for bound in ["at_least", "more_than", "at_most", "from"] {
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
