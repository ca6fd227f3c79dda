//! Dossiers just below, at and just above every floor of a size table.

use crate::boundaries::{Boundary, moved, with};
use crate::literal::{Literal, write_decimal};
use crate::quantity::slots;
use crate::rulebook::{items, period_key, size_table, term, year};
use crate::thresholds::Threshold;
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
            for (place, fact) in items(group, "indicators").iter().enumerate() {
                let Some(literal) = floors.get(place).and_then(Value::as_str).and_then(Literal::read) else {
                    continue;
                };
                let threshold = Threshold {
                    pointer: format!("/groups/{at}/floors/{class}/{place}"),
                    literal,
                    quantity: json!({ "fact": fact }),
                    back: 0,
                };
                for slot in slots(&threshold.quantity, 0) {
                    found.extend(moved(rulebook, &firm, &threshold, &slot));
                }
            }
        }
    }
    found
}

fn at_floors(rulebook: &Value, dossier: &Value, group: &Value, floors: &[Value]) -> Value {
    let mut firm = dossier.clone();
    firm["facts"]["size_class"] = Value::Null;
    firm["facts"]["industry"] = items(group, "industries").first().cloned().unwrap_or_default();
    for (fact, floor) in items(group, "indicators").iter().zip(floors) {
        let fact = fact.as_str().unwrap_or_default();
        let literal = floor.as_str().and_then(Literal::read);
        if let Some((term, literal)) = term(rulebook, fact).zip(literal) {
            let key = period_key(term, year(dossier), 0);
            firm = with(&firm, fact, key.as_deref(), &write_decimal(literal.millionths));
        }
    }
    firm
}
