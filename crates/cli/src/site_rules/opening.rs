//! The part of the rules that the form begins with: the packs of the schemes that are chosen at the start and in force
//! now, in Chinese and without what only a result explains. The others are read when a day, a kind of application or a
//! language asks for them.

use serde_json::Value;
use std::collections::BTreeSet;
use zjtx_evaluator::{ApplicationKind, Diagnostic, Pack, Rulebook};

/// The opening part in its compact form; `bundle` is the document that made the rulebook.
///
/// # Errors
/// What the checker finds in the rules without the rest, which it accepted as a whole.
pub fn compact(bundle: &Value, rulebook: &Rulebook) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let mut opening = bundle.clone();
    leave_english_out(&mut opening);
    leave_rounds_out(&mut opening);
    leave_headings_out(&mut opening);
    let opens =
        |pack: &Pack| is_in_force_now(pack) && rulebook.chosen_schemes().any(|id| id == pack.scheme());
    leave_unasked_words_out(&mut opening, &opens, rulebook);
    Ok(Rulebook::load(&opening.to_string())?.without_explanations().to_compact(opens))
}

/// Rounds, the documents that only they rest on, and the steps of a preparation are read in the other part of the app.
fn leave_rounds_out(rules: &mut Value) {
    rules["catalog"]["preparation"] = Value::Array(Vec::new());
    rules["rounds"]["rounds"] = Value::Array(Vec::new());
    let packs = rules["packs"].as_array().into_iter().flatten();
    let listed = packs.filter_map(|pack| pack["sources"].as_array()).flatten();
    let listed: Vec<Value> = listed.cloned().collect();
    if let Some(sources) = rules["sources"].as_array_mut() {
        sources.retain(|source| listed.contains(&source["id"]));
    }
}

/// Other names of facts are headings of lists, which their worker reads with rules of its own.
fn leave_headings_out(rules: &mut Value) {
    for fact in rules["terms"]["facts"].as_array_mut().into_iter().flatten() {
        fact.as_object_mut().map(|fact| fact.remove("aliases"));
    }
}

/// Empties the texts of facts that none of the opening packs reads: nobody is asked for them before the other
/// rules are read too.
fn leave_unasked_words_out(rules: &mut Value, opens: &impl Fn(&Pack) -> bool, rulebook: &Rulebook) {
    let opening: BTreeSet<&str> = rulebook.packs().iter().filter(|pack| opens(pack)).map(Pack::id).collect();
    let packs = rules["packs"].as_array().into_iter().flatten();
    let texts: String = packs
        .filter(|pack| {
            pack["id"].as_str().is_some_and(|id| opening.contains(id)) || pack["size_table"].is_object()
        })
        .map(Value::to_string)
        .collect();
    let facts = rules["terms"]["facts"].as_array_mut().into_iter().flatten();
    for fact in
        facts.filter(|fact| fact["kind"] != "text" && fact["kind"] != "city" && fact["kind"] != "district")
    {
        let id = fact["id"].as_str().unwrap_or_default();
        if !texts.contains(&format!("\"{id}\"")) {
            empty_texts(fact);
        }
    }
}

/// Empties every text beneath.
fn empty_texts(value: &mut Value) {
    match value {
        Value::Object(fields) if fields.contains_key("zh") => {
            fields.values_mut().for_each(|text| *text = Value::from(""));
        }
        Value::Object(fields) => fields.values_mut().for_each(empty_texts),
        Value::Array(items) => items.iter_mut().for_each(empty_texts),
        _ => {}
    }
}

/// Whether no end of it is known for first applications.
fn is_in_force_now(pack: &Pack) -> bool {
    pack.in_force().iter().any(|row| row.to.is_none() && row.kinds.contains(&ApplicationKind::First))
}

/// Empties the English of every text; a reader then gets the Chinese.
fn leave_english_out(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if fields.len() == 2 && fields.contains_key("zh") {
                fields.entry("en").and_modify(|english| *english = Value::from(""));
            }
            fields.values_mut().for_each(leave_english_out);
        }
        Value::Array(items) => items.iter_mut().for_each(leave_english_out),
        _ => {}
    }
}
