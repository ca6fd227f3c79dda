//! What the tests share: the rules, the golden cases, and the engine as plain JSON.

#![allow(dead_code, reason = "every test binary uses its own part")]

pub mod advice;
pub mod ahead;
pub mod batch;
pub mod tried;

use serde_json::Value;
use std::{fs, path::PathBuf, sync::LazyLock};
use zjtx_evaluator::{Dossier, Line, Pack, Rulebook, RulebookDoc, evaluate};

/// The embedded rules as JSON.
pub static RULES: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(zjtx_rules::BUNDLE).expect("the bundle is JSON"));

/// The embedded rules, checked.
pub static RULEBOOK: LazyLock<Rulebook> =
    LazyLock::new(|| Rulebook::load(zjtx_rules::BUNDLE).expect("the embedded rules pass the check"));

/// A golden case.
pub struct Golden {
    pub suite: String,
    pub case: Value,
}

impl Golden {
    pub fn id(&self) -> &str {
        self.case["id"].as_str().expect("a case has an id")
    }

    pub fn dossier(&self) -> &Value {
        &self.case["dossier"]
    }

    /// Pack id and expectation of each pack the case speaks of.
    pub fn expectations(&self) -> Vec<(&str, &Value)> {
        let expect = &self.case["expect"];
        if expect.get("size_class").is_some() {
            return vec![("cn-size-2011", expect)];
        }
        let packs = expect.as_object().expect("expectations by pack");
        packs.iter().map(|(pack, expected)| (pack.as_str(), expected)).collect()
    }

    /// Whether the case says what a pack makes of its dossier.
    pub fn speaks_of(&self, pack: &str) -> bool {
        self.expectations().iter().any(|(id, _)| *id == pack)
    }
}

/// All golden cases, by suite and id.
pub fn golden() -> Vec<Golden> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("golden");
    let mut cases = Vec::new();
    for suite in sorted(root).into_iter().filter(|path| path.is_dir()) {
        for file in sorted(suite.clone()) {
            let text = fs::read_to_string(&file).expect("a golden case can be read");
            let case =
                serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let suite = suite.file_name().expect("a suite has a name").to_string_lossy().into_owned();
            cases.push(Golden { suite, case });
        }
    }
    cases
}

fn sorted(folder: PathBuf) -> Vec<PathBuf> {
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder entry").path()).collect();
    paths.sort();
    paths
}

/// The engine's outcome as JSON.
pub fn outcome(pack: &Pack, dossier: &Value) -> Value {
    let dossier = Dossier::parse(&dossier.to_string(), pack.terms())
        .unwrap_or_else(|errors| panic!("{errors}\n{dossier}"));
    serde_json::to_value(evaluate(pack, &dossier).outcome()).expect("an outcome is JSON")
}

/// The engine's outcome by pack id.
pub fn outcome_of(pack: &str, dossier: &Value) -> Value {
    outcome(pack_of(pack), dossier)
}

/// The engine's advice as JSON.
pub fn advice_of(pack: &str, dossier: &Value) -> Value {
    let pack = pack_of(pack);
    let dossier = Dossier::parse(&dossier.to_string(), pack.terms()).expect("a dossier");
    serde_json::to_value(zjtx_evaluator::advice::advise(&RULEBOOK, pack, &dossier).outcome())
        .expect("advice is JSON")
}

/// A line of an explanation: truth, subject, requirement, own figure, margin and cause.
pub fn told_line(line: &Line) -> String {
    let parts = [&line.requirement, &line.own, &line.margin, &line.cause];
    let parts: Vec<&str> = parts.into_iter().map(|part| part.as_deref().unwrap_or("–")).collect();
    let indent = "  ".repeat(usize::from(line.depth));
    format!("{indent}{} {} | {}", line.truth.id(), line.subject, parts.join(" | "))
}

/// A pack of the embedded rules.
pub fn pack_of(id: &str) -> &'static Pack {
    RULEBOOK.pack(id).unwrap_or_else(|| panic!("there is a pack {id}"))
}

/// Ids of all packs.
pub fn pack_ids() -> Vec<&'static str> {
    RULEBOOK.packs().iter().map(Pack::id).collect()
}

/// The JSON of a pack as it was written.
pub fn pack_json(id: &str) -> &'static Value {
    let packs = RULES["packs"].as_array().expect("a list of packs");
    packs.iter().find(|pack| pack["id"] == id).unwrap_or_else(|| panic!("there is a pack {id}"))
}

/// The rules with one pack replaced, if they still pass the check.
pub fn with_pack(pack: &Value) -> Option<Rulebook> {
    let mut rules = RULES.clone();
    let packs = rules["packs"].as_array_mut()?;
    let place = packs.iter_mut().find(|other| other["id"] == pack["id"])?;
    *place = pack.clone();
    let doc: RulebookDoc = serde_json::from_value(rules).ok()?;
    let (rulebook, _) = Rulebook::check(doc);
    rulebook.pack(pack["id"].as_str()?)?;
    Some(rulebook)
}
