//! Bringing a dossier to where a threshold counts.

use crate::literal::{Literal, write_decimal};
use crate::quantity::{Slot, slots};
use crate::rulebook::{items, period_key, step, term, word, year};
use crate::thresholds::{Context, SelectedRow};
use serde_json::{Value, json};

/// The dossier with every selector around a threshold set to its row; a selector of several numbers is left
/// alone.
#[must_use]
pub fn steered(rulebook: &Value, dossier: &Value, context: &Context) -> Value {
    let mut steered = dossier.clone();
    for row in &context.rows {
        steered = selecting(rulebook, &steered, row, context.back);
    }
    steered
}

fn selecting(rulebook: &Value, dossier: &Value, selected: &SelectedRow, back: i64) -> Value {
    let SelectedRow { selector, row, below } = selected;
    let first = items(row, "when").first().unwrap_or(&Value::Null);
    if let Some(fact) = selector["zone_of"].as_str() {
        let mut cities = items(&rulebook["areas"], "cities").iter();
        let city = cities.find(|city| city["zone"] == *first);
        let code = city.map(|city| word(city, "code")).unwrap_or_default();
        return with(dossier, fact, None, code);
    }
    if let Some(fact) = selector["choice"].as_str() {
        return with(dossier, fact, None, first.as_str().unwrap_or_default());
    }
    let bound = row["from"].as_str().and_then(Literal::read);
    let half = |literal: &Literal| literal.millionths / 2;
    let number = bound.map(|bound| bound.millionths).or(below.as_ref().map(half));
    match (slots(&selector["quantity"], back).as_slice(), number) {
        ([slot], Some(number)) => placed(rulebook, dossier, slot, number),
        _ => dossier.clone(),
    }
}

/// The dossier with ten thousand 万元, or a million of what is counted, in all those places.
#[must_use]
pub fn rounded(rulebook: &Value, dossier: &Value, slots: &[Slot]) -> Value {
    let mut round = dossier.clone();
    for slot in slots {
        let kind = term(rulebook, &slot.fact).map_or("", |term| word(term, "kind"));
        round = match kind {
            "money" => placed(rulebook, &round, slot, 10_000_000_000),
            "count" => placed(rulebook, &round, slot, 1_000_000_000_000),
            _ => round,
        };
    }
    round
}

/// The dossier with a number of millionths in a place, on the lattice of the fact.
#[must_use]
pub fn placed(rulebook: &Value, dossier: &Value, slot: &Slot, millionths: i128) -> Value {
    let Some(term) = term(rulebook, &slot.fact) else {
        return dossier.clone();
    };
    let key = period_key(term, year(dossier), slot.back);
    let number = millionths / step(term) * step(term);
    with(dossier, &slot.fact, key.as_deref(), &write_decimal(number))
}

/// The dossier with another answer to a fact, at a period if it has periods.
#[must_use]
pub fn with(dossier: &Value, fact: &str, key: Option<&str>, answer: &str) -> Value {
    let mut dossier = dossier.clone();
    let given = &mut dossier["facts"][fact];
    match key {
        None => *given = answer.into(),
        Some(key) => {
            if !given.is_object() {
                *given = json!({});
            }
            given[key] = answer.into();
        }
    }
    dossier
}
