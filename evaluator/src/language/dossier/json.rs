//! Dossier files (contract: `*.dossier.json`), read without losing or inventing anything.
//!
//! Numbers are read by their literal digits from raw JSON, so no binary float ever appears;
//! keys are kept as a list, so that one written twice is noticed.

use super::{Dossier, DossierError, DossierErrors, Given, Problem};
use crate::{
    base::{application_kind::ApplicationKind, date::Date, entries::Entries, value::Value},
    language::terms::{FactIx, Term, Terms},
};
use serde_json::value::RawValue;

/// Larger files are refused unread.
const MAX_BYTES: usize = 1 << 20;

impl Dossier {
    /// Reads a dossier file.
    ///
    /// # Errors
    /// All that is wrong with it, each with its place; nothing is dropped silently.
    pub fn parse(text: &str, terms: &Terms) -> Result<Self, DossierErrors> {
        parse(text, terms)
    }

    /// Changes the facts that a JSON object names, written as in a dossier file: of a yearly fact the years it
    /// names; `null` forgets. With a mistake nothing changes.
    ///
    /// # Errors
    /// All that is wrong with it, each with its place.
    pub fn change(&mut self, facts: &str, terms: &Terms) -> Result<(), DossierErrors> {
        change(self, facts, terms)
    }
}

fn parse(text: &str, terms: &Terms) -> Result<Dossier, DossierErrors> {
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

/// Changes the facts that an object names; nothing where it has mistakes.
fn change(dossier: &mut Dossier, facts: &str, terms: &Terms) -> Result<(), DossierErrors> {
    if facts.len() > MAX_BYTES {
        return Err(only("", Problem::TooLarge));
    }
    let facts: Entries<'_> = serde_json::from_str(facts).map_err(malformed)?;
    let (mut reader, mut changed) = (Reader { terms, errors: Vec::new() }, dossier.clone());
    reader.facts(&mut changed, "", &facts);
    if !reader.errors.is_empty() {
        return Err(DossierErrors(reader.errors));
    }
    *dossier = changed;
    Ok(())
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
        self.known_once(fields, "", &Problem::UnknownField, |key| {
            matches!(key, "schema" | "as_of" | "application_kind" | "facts")
        });
        if self.field(fields, "schema")?.get() != "1" {
            self.report("/schema", Problem::UnknownSchema);
            return None;
        }
        let as_of = self.as_of(fields);
        let kind = self.kind(fields);
        let facts =
            self.field(fields, "facts").map(RawValue::get).and_then(|raw| self.entries("/facts", raw));
        let mut dossier = Dossier::new(self.terms, as_of?, kind?);
        self.facts(&mut dossier, "/facts", &facts?);
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
    fn known_once(
        &mut self,
        entries: &Entries<'_>,
        path: &str,
        unknown: &Problem,
        known: impl Fn(&str) -> bool,
    ) {
        for (index, (key, _)) in entries.iter().enumerate() {
            if !known(key) {
                self.report(&format!("{path}/{key}"), unknown.clone());
            }
            if entries.iter().take(index).any(|(earlier, _)| earlier == key) {
                self.report(&format!("{path}/{key}"), Problem::Duplicate);
            }
        }
    }

    fn facts(&mut self, dossier: &mut Dossier, path: &str, facts: &Entries<'_>) {
        let terms = self.terms;
        self.known_once(facts, path, &Problem::UnknownFact, |key| terms.find(key).is_some());
        for (key, raw) in facts.iter() {
            let Some((fact, term)) = terms.find(key).and_then(|fact| Some((fact, terms.term(fact)?))) else {
                continue;
            };
            let path = format!("{path}/{key}");
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
            return dossier.forget(fact);
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
        let value = given(raw, |given| given.read(term, self.terms));
        let value = value.unwrap_or(Err(Problem::WrongKind { by_year: false }));
        value.map_err(|problem| self.report(path, problem)).ok()
    }
}

/// A calendar year with four digits, from 1900 to 2999.
fn year(key: &str) -> Option<i16> {
    Date::parse(&format!("{key}-01-01")).map(Date::year)
}

fn string(raw: &RawValue) -> Option<String> {
    serde_json::from_str(raw.get()).ok()
}

/// Texts of a list, each with the end of a line behind it; `None` where one has lines itself.
fn lines(list: &str) -> Option<String> {
    let texts: Vec<String> = serde_json::from_str(list).ok()?;
    let are_lines = !texts.iter().any(|text| text.contains('\n'));
    are_lines.then(|| texts.into_iter().map(|text| text + "\n").collect())
}

/// What is made of the answer that a JSON value gives; `None` for an object or a list of anything but lines.
fn given<T>(raw: &RawValue, read: impl FnOnce(Given<'_>) -> T) -> Option<T> {
    let text = raw.get();
    Some(match text.bytes().next()? {
        b't' | b'f' => read(Given::Bool(text == "true")),
        b'"' => read(Given::Text(&string(raw)?)),
        b'[' => read(Given::Answers(&lines(text)?)),
        b'-' | b'0'..=b'9' => read(Given::Figure(text)),
        _ => return None,
    })
}
