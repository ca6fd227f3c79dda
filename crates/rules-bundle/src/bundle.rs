//! One document made of the files of a rules folder; the build script compiles this file too.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Files that stand in the document under a key of their own.
const SINGLE: [(&str, &str); 5] = [
    ("catalog", "catalog.json"),
    ("terms", "terms.json"),
    ("areas", "tables/areas.json"),
    ("industries", "tables/industries.json"),
    ("rounds", "rounds.json"),
];

/// Folders whose files stand in the document as lists, in the order of their names.
const LISTS: [&str; 2] = ["sources", "packs"];

/// The document, in the shape of `zjtx_evaluator::RulebookDoc`, of files by their paths in the rules folder.
///
/// # Errors
/// The file that is missing or no JSON.
pub fn bundle(files: &BTreeMap<String, String>) -> Result<Map<String, Value>, String> {
    let mut bundle = Map::new();
    for (key, path) in SINGLE {
        let text = files.get(path).ok_or_else(|| format!("{path} is missing"))?;
        bundle.insert(key.to_owned(), parsed(path, text)?);
    }
    for key in LISTS {
        let is_in = |path: &str| {
            path.strip_prefix(key)
                .and_then(|name| name.strip_prefix('/'))
                .is_some_and(|name| !name.contains('/'))
        };
        let own = files.iter().filter(|(path, _)| is_in(path) && path.ends_with(".json"));
        let list = own.map(|(path, text)| parsed(path, text)).collect::<Result<_, _>>()?;
        bundle.insert(key.to_owned(), Value::Array(list));
    }
    Ok(bundle)
}

fn parsed(path: &str, text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("{path}: {error}"))
}
