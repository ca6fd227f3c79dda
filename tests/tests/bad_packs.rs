//! Every diagnostic has a small mistake that triggers it and nothing else.
//!
//! `tests/bad-packs/base` is a good rules folder. Each file beside it changes it in one way (`replace` and
//! `remove` by JSON pointer, `text` for a whole file; `golden` adds the golden dossiers of a pack) and says which diagnostic follows and where.

#![allow(clippy::unwrap_used, reason = "a fixture that cannot be read fails its test")]

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use zjtx_evaluator::{Code, Diagnostic, Dossier, GoldenCase, Rulebook, RulebookDoc, untried};

/// A fixture: how the base is changed, and what the checker says of it.
struct Fixture {
    name: String,
    doc: Value,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bad-packs")
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    files
}

fn base() -> BTreeMap<String, String> {
    let base = folder().join("base");
    let folders = ["", "tables", "sources", "packs"].map(|name| base.join(name));
    let paths = folders.iter().flat_map(|folder| json_files(folder));
    let name = |path: &Path| path.strip_prefix(&base).unwrap().to_str().unwrap().replace('\\', "/");
    paths.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

fn fixtures() -> Vec<Fixture> {
    let read = |path: PathBuf| Fixture {
        name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
        doc: serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap(),
    };
    json_files(&folder()).into_iter().map(read).collect()
}

fn entries<'v>(doc: &'v Value, key: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    doc.get(key).and_then(Value::as_object).into_iter().flatten()
}

/// The base with the fixture's changes.
fn changed(fixture: &Fixture) -> BTreeMap<String, String> {
    let mut files = base();
    for (file, places) in entries(&fixture.doc, "replace") {
        edit(&mut files, file, |json| {
            places.as_object().unwrap().iter().for_each(|(pointer, value)| set(json, pointer, value.clone()));
        });
    }
    for (file, pointers) in entries(&fixture.doc, "remove") {
        edit(&mut files, file, |json| {
            pointers.as_array().unwrap().iter().for_each(|pointer| remove(json, pointer.as_str().unwrap()));
        });
    }
    for (file, text) in entries(&fixture.doc, "text") {
        files.insert(file.clone(), text.as_str().unwrap().to_owned());
    }
    files
}

fn edit(files: &mut BTreeMap<String, String>, file: &str, change: impl FnOnce(&mut Value)) {
    let text = files.get_mut(file).unwrap();
    let mut json = serde_json::from_str(text).unwrap();
    change(&mut json);
    *text = json.to_string();
}

fn parent<'v>(json: &'v mut Value, pointer: &'v str) -> (&'v mut Value, &'v str) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    (json.pointer_mut(parent).unwrap(), name)
}

/// Puts a value at a pointer; `-` is the place after a list's last member.
fn set(json: &mut Value, pointer: &str, value: Value) {
    match parent(json, pointer) {
        (Value::Array(members), "-") => members.push(value),
        (Value::Array(members), index) => members[index.parse::<usize>().unwrap()] = value,
        (place, name) => place[name] = value,
    }
}

fn remove(json: &mut Value, pointer: &str) {
    match parent(json, pointer) {
        (Value::Array(members), index) => drop(members.remove(index.parse().unwrap())),
        (place, name) => assert!(place.as_object_mut().is_some_and(|fields| fields.remove(name).is_some())),
    }
}

/// What the checker says of the rules, and of the fixture's golden cases.
fn findings(fixture: &Fixture) -> Vec<Diagnostic> {
    let doc = match RulebookDoc::from_files(&changed(fixture)) {
        Ok(doc) => doc,
        Err(found) => return found,
    };
    let packs = doc.packs.clone();
    let (rulebook, mut found) = Rulebook::check(doc);
    for (pack, dossiers) in entries(&fixture.doc, "golden") {
        let dossiers = dossiers.as_array().unwrap().iter();
        let case = |json: &Value| GoldenCase {
            pack: pack.clone(),
            dossier: Dossier::parse(&json.to_string(), rulebook.terms()).unwrap(),
        };
        let cases: Vec<GoldenCase> = dossiers.map(case).collect();
        let own: Vec<_> = packs.iter().filter(|doc| doc.id == *pack).cloned().collect();
        found.extend(untried(&rulebook, &own, &cases));
    }
    found
}

/// Code, file and pointer.
fn place(diagnostic: &Diagnostic) -> Value {
    let fields = [
        ("code", diagnostic.code.number()),
        ("file", diagnostic.file.as_str()),
        ("pointer", diagnostic.pointer.as_str()),
    ];
    Value::Object(fields.into_iter().map(|(key, text)| (key.to_owned(), text.into())).collect::<Map<_, _>>())
}

#[test]
fn the_base_is_good() {
    let doc = RulebookDoc::from_files(&base()).unwrap();
    assert_eq!(Rulebook::check(doc).1, []);
}

#[test]
fn each_fixture_triggers_exactly_its_diagnostic() {
    let wrong: Vec<String> = fixtures().iter().filter_map(unexpected).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the checker says instead of what the fixture expects.
fn unexpected(fixture: &Fixture) -> Option<String> {
    let found = findings(fixture);
    let places: Vec<Value> = found.iter().map(place).collect();
    let lines: Vec<String> = found.iter().map(Diagnostic::to_string).collect();
    (places != [fixture.doc["expect"].clone()]).then(|| format!("{}: {}", fixture.name, lines.join("; ")))
}

#[test]
fn every_pointer_leads_to_a_place_in_its_file() {
    for fixture in fixtures() {
        let files = changed(&fixture);
        for diagnostic in findings(&fixture) {
            let Ok(json) = serde_json::from_str::<Value>(&files[&diagnostic.file]) else {
                assert_eq!(diagnostic.pointer, "", "{}", fixture.name);
                continue;
            };
            assert!(json.pointer(&diagnostic.pointer).is_some(), "{}: {diagnostic}", fixture.name);
        }
    }
}

#[test]
fn every_sentence_is_chinese() {
    let chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for fixture in fixtures() {
        for diagnostic in findings(&fixture) {
            assert!(diagnostic.sentence.contains(chinese), "{}: {}", fixture.name, diagnostic.sentence);
        }
    }
}

#[test]
fn every_code_has_a_fixture_named_for_it() {
    let fixtures = fixtures();
    let expected = |fixture: &Fixture| fixture.doc["expect"]["code"].as_str().unwrap().to_owned();
    for fixture in &fixtures {
        assert!(fixture.name.starts_with(&expected(fixture)), "{}", fixture.name);
    }
    let codes: BTreeSet<String> = fixtures.iter().map(expected).collect();
    let missing: Vec<&str> =
        Code::ALL.iter().map(|code| code.number()).filter(|number| !codes.contains(*number)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
