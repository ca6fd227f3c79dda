//! Dossiers just below, at and just above every floor of a size table.

use crate::at_threshold::placed;
use crate::boundaries::{Boundary, moved};
use crate::literal::Literal;
use crate::quantity::Slot;
use crate::rulebook::{items, size_table};
use crate::thresholds::{Context, Threshold};
use serde_json::{Value, json};

/// The dossier as a firm of every group of the pack's size table, with all indicators at the floors of a
/// class and one of them just below, at and just above its floor. No class is declared in it.
#[must_use]
pub fn size_boundaries(rulebook: &Value, pack: &Value, dossier: &Value) -> Vec<Boundary> {
    let mut found = Vec::new();
    let Some(table) = size_table(rulebook, pack) else {
        return found;
    };
    for (at, group) in items(table, "groups").iter().enumerate() {
        for class in ["large", "medium", "small"] {
            let floors = items(&group["floors"], class);
            let firm = at_floors(rulebook, dossier, group, floors);
            for (place, (slot, literal)) in floored(group, floors).into_iter().enumerate() {
                let threshold = Threshold {
                    pointer: format!("/groups/{at}/floors/{class}/{place}"),
                    literal,
                    quantity: json!({ "fact": slot.fact }),
                    context: Context::default(),
                };
                found.extend(moved(rulebook, &firm, &threshold, &slot));
            }
        }
    }
    found
}

/// The indicators of a group, each with its floor.
fn floored(group: &Value, floors: &[Value]) -> Vec<(Slot, Literal)> {
    let facts = items(group, "indicators").iter().filter_map(Value::as_str);
    let slots = facts.map(|fact| Slot { fact: fact.to_owned(), back: 0 });
    let literals = floors.iter().filter_map(Value::as_str).filter_map(Literal::read);
    slots.zip(literals).collect()
}

fn at_floors(rulebook: &Value, dossier: &Value, group: &Value, floors: &[Value]) -> Value {
    let mut firm = dossier.clone();
    firm["facts"]["size_class"] = Value::Null;
    firm["facts"]["industry"] = items(group, "industries").first().cloned().unwrap_or_default();
    for (slot, literal) in floored(group, floors) {
        firm = placed(rulebook, &firm, &slot, literal.millionths);
    }
    firm
}
