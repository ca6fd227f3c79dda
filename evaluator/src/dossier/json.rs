//! Dossier files (contract: `*.dossier.json`), read without losing or inventing anything.
//!
//! Numbers are read by their literal digits from raw JSON, so no binary float ever appears;
//! keys are kept as a list, so that one written twice is noticed.

use super::{Dossier, DossierError, DossierErrors, Problem, read};
use crate::{
    date::Date,
    doc::{ApplicationKind, FactKind},
    entries::Entries,
    terms::{FactIx, Term, Terms},
    value::Value,
};
use serde_json::value::RawValue;

/// Larger files are refused unread.
const MAX_BYTES: usize = 1 << 20;

pub(super) fn parse(text: &str, terms: &Terms) -> Result<Dossier, DossierErrors> {
    if text.len() > MAX_BYTES {
        return Err(only("", Problem::TooLarge));
    }
    let fields: Entries<'_> = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(malformed)?;
    let mut reader = Reader { terms, errors: Vec::new() };
    match reader.dossier(&fields) {
        Some(dossier) if reader.errors.is_empty() => Ok(dossier),
        _ => Err(DossierErrors(reader.errors)),
    }
}

fn only(path: &str, problem: Problem) -> DossierErrors {
    DossierErrors(vec![DossierError { path: path.to_owned(), problem }])
}

fn malformed(error: serde_json::Error) -> DossierErrors {
    only("", Problem::Malformed { line: error.line(), column: error.column() })
}

/// Collects every mistake instead of stopping at the first.
struct Reader<'t> {
    terms: &'t Terms,
    errors: Vec<DossierError>,
}

impl Reader<'_> {
    fn report(&mut self, path: &str, problem: Problem) {
        self.errors.push(DossierError { path: path.to_owned(), problem });
    }

    fn dossier(&mut self, fields: &Entries<'_>) -> Option<Dossier> {
        self.known_once(fields, "", |key| matches!(key, "schema" | "as_of" | "application_kind" | "facts"));
        if self.field(fields, "schema")?.get() != "1" {
            self.report("/schema", Problem::UnknownSchema);
            return None;
        }
        let as_of = self.as_of(fields);
        let kind = self.kind(fields);
        let facts =
            self.field(fields, "facts").map(RawValue::get).and_then(|raw| self.entries("/facts", raw));
        let mut dossier = Dossier::new(self.terms, as_of?, kind?);
        self.facts(&mut dossier, &facts?);
        Some(dossier)
    }

    fn field<'e>(&mut self, fields: &Entries<'e>, key: &str) -> Option<&'e RawValue> {
        let found = fields.get(key);
        if found.is_none() {
            self.report(&format!("/{key}"), Problem::MissingField);
        }
        found
    }

    fn as_of(&mut self, fields: &Entries<'_>) -> Option<Date> {
        let date = self.field(fields, "as_of").map(|raw| string(raw).and_then(|text| Date::parse(&text)));
        if date == Some(None) {
            self.report("/as_of", Problem::NotADate);
        }
        date.flatten()
    }

    fn kind(&mut self, fields: &Entries<'_>) -> Option<ApplicationKind> {
        let raw = self.field(fields, "application_kind")?;
        let kind = string(raw).and_then(|id| ApplicationKind::from_id(&id));
        if kind.is_none() {
            self.report("/application_kind", Problem::UnknownKind);
        }
        kind
    }

    fn entries<'e>(&mut self, path: &str, raw: &'e str) -> Option<Entries<'e>> {
        let entries = serde_json::from_str(raw).ok();
        if entries.is_none() {
            self.report(path, Problem::WrongKind { by_year: false });
        }
        entries
    }

    /// Reports keys that are unknown or written twice.
    fn known_once(&mut self, entries: &Entries<'_>, path: &str, known: impl Fn(&str) -> bool) {
        for (index, (key, _)) in entries.iter().enumerate() {
            if !known(key) {
                let problem = if path.is_empty() { Problem::UnknownField } else { Problem::UnknownFact };
                self.report(&format!("{path}/{key}"), problem);
            }
            if entries.iter().take(index).any(|(earlier, _)| earlier == key) {
                self.report(&format!("{path}/{key}"), Problem::Duplicate);
            }
        }
    }

    fn facts(&mut self, dossier: &mut Dossier, facts: &Entries<'_>) {
        let terms = self.terms;
        self.known_once(facts, "/facts", |key| terms.find(key).is_some());
        for (key, raw) in facts.iter() {
            let Some((fact, term)) = terms.find(key).and_then(|fact| Some((fact, terms.term(fact)?))) else {
                continue;
            };
            let path = format!("/facts/{key}");
            if term.period().is_some() {
                self.by_year(dossier, &path, fact, term, raw);
            } else {
                let value = self.value(&path, term, raw);
                dossier.set(fact, value);
            }
        }
    }

    fn by_year(&mut self, dossier: &mut Dossier, path: &str, fact: FactIx, term: &Term, raw: &RawValue) {
        if raw.get() == "null" {
            return;
        }
        let Ok(years) = serde_json::from_str::<Entries<'_>>(raw.get()) else {
            return self.report(path, Problem::WrongKind { by_year: true });
        };
        for (index, (key, raw)) in years.iter().enumerate() {
            let path = format!("{path}/{key}");
            let Some(year) = year(key) else {
                self.report(&path, Problem::NotADate);
                continue;
            };
            if years.iter().take(index).any(|(earlier, _)| earlier == key) {
                self.report(&path, Problem::Duplicate);
            }
            let value = self.value(&path, term, raw);
            dossier.set_year(fact, year, value.and_then(|value| value.as_number()));
        }
    }

    fn value(&mut self, path: &str, term: &Term, raw: &RawValue) -> Option<Value> {
        if raw.get() == "null" {
            return None;
        }
        let Some(text) = answer_text(term.kind(), raw) else {
            self.report(path, Problem::WrongKind { by_year: false });
            return None;
        };
        let value = read(&text, term, self.terms);
        value.map_err(|error| self.report(path, Problem::Unreadable(error))).ok()
    }
}

/// A calendar year with four digits, from 1900 to 2999.
fn year(key: &str) -> Option<i16> {
    Date::parse(&format!("{key}-01-01")).map(Date::year)
}

fn string(raw: &RawValue) -> Option<String> {
    serde_json::from_str(raw.get()).ok()
}

/// The text that [`read`] understands, if the JSON value is of a type that the kind allows.
fn answer_text(kind: FactKind, raw: &RawValue) -> Option<String> {
    let first = raw.get().bytes().next()?;
    match kind {
        FactKind::Bool => matches!(raw.get(), "true" | "false").then(|| raw.get().to_owned()),
        FactKind::Set => serde_json::from_str::<Vec<String>>(raw.get()).ok().map(|items| items.join(",")),
        FactKind::Choice | FactKind::City | FactKind::District | FactKind::Industry | FactKind::Text => {
            string(raw)
        }
        _ if first == b'"' => string(raw),
        _ if first == b'-' || first.is_ascii_digit() => Some(raw.get().to_owned()),
        _ => None,
    }
}
