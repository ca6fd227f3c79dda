//! Dossiers as files: one line a fact, in the order of the vocabulary.

use super::Dossier;
use crate::{
    base::{
        number::format_micros,
        value::{Value, bit},
    },
    language::terms::{FactIx, Term, Terms},
};
use serde_json::{Map, Value as Json, json};

impl Dossier {
    /// The dossier as a file, facts in the order of the vocabulary.
    pub fn to_json(&self, terms: &Terms) -> String {
        to_json(self, terms)
    }
}

fn to_json(dossier: &Dossier, terms: &Terms) -> String {
    let lines: Vec<String> = terms
        .facts()
        .filter_map(|(fact, term)| {
            Some(format!("    {}: {}", json!(term.id()), fact_json(dossier, fact, term)?))
        })
        .collect();
    format!(
        "{{\n  \"schema\": 1,\n  \"as_of\": \"{}\",\n  \"application_kind\": {},\n  \"facts\": {{\n{}\n  }}\n}}\n",
        dossier.as_of(),
        json!(dossier.kind()),
        lines.join(",\n")
    )
}

fn fact_json(dossier: &Dossier, fact: FactIx, term: &Term) -> Option<Json> {
    if term.period().is_some() {
        let years: Map<String, Json> = dossier
            .years(fact)
            .map(|(year, micros)| (year.to_string(), json!(format_micros(i128::from(micros)))))
            .collect();
        return (!years.is_empty()).then_some(Json::Object(years));
    }
    dossier.get(fact).map(|value| value_json(value, term))
}

/// An answer as dossiers write it.
pub(crate) fn value_json(value: &Value, term: &Term) -> Json {
    match value {
        Value::Bool(yes) => json!(yes),
        Value::Choice(index) => json!(term.choice_id(*index)),
        Value::Set(set) => json!(chosen(*set, term)),
        other => json!(other.plain()),
    }
}

/// Ids of the chosen answers of a set.
fn chosen(set: u64, term: &Term) -> Vec<&str> {
    let positions = (0_u8..).zip(term.choices());
    positions.filter(|(index, _)| set & bit(*index) != 0).map(|(_, (id, _))| id).collect()
}
