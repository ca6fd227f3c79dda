//! The rules with a province in them that is added from `tests/province/` alone: its files beside those of the rules, and
//! what its lists hold behind theirs.

use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Scheme of the province's pack.
pub const SCHEME: &str = "provincial_star";
/// Its pack.
pub const PACK: &str = "zj-star-2030";

/// A firm of the province that meets the pack's conditions.
pub const FIRM: &str = include_str!("../province/firm.dossier.json");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Files that lists are added to.
const LISTS: [&str; 3] = ["catalog", "terms", "rounds"];
/// Folders of files, one a document.
const FOLDERS: [&str; 2] = ["packs", "sources"];

/// The rules, given as one document, with the province in them.
///
/// # Panics
/// Where a fixture cannot be read.
pub fn added(mut rules: Value) -> Value {
    for list in LISTS {
        add(&mut rules[list], &read(&root().join(format!("province/{list}.json"))));
    }
    for folder in FOLDERS {
        let documents = rules[folder].as_array_mut().expect("a list of documents");
        documents.extend(files(&root().join("province").join(folder)).iter().map(|file| read(file)));
    }
    rules
}

/// Writes the rules folder with the province in it.
///
/// # Panics
/// Where a file cannot be read or written.
pub fn write(to: &Path) {
    let rules = root().join("../rules");
    for folder in ["", "packs", "sources", "tables"] {
        fs::create_dir_all(to.join(folder)).expect("a folder");
        for file in files(&rules.join(folder)).iter().chain(&files(&root().join("province").join(folder))) {
            let name = file.file_name().expect("a name");
            fs::copy(file, to.join(folder).join(name)).expect("a copy");
        }
    }
    fs::remove_file(to.join("firm.dossier.json")).expect("the firm is no rule");
    for list in LISTS {
        let mut document = read(&rules.join(format!("{list}.json")));
        add(&mut document, &read(&root().join(format!("province/{list}.json"))));
        fs::write(to.join(format!("{list}.json")), document.to_string()).expect("a file");
    }
}

/// Adds what the lists of a document hold to those of another.
fn add(document: &mut Value, more: &Value) {
    for (list, entries) in more.as_object().expect("lists by name") {
        let entries = entries.as_array().expect("a list").iter().cloned();
        document[list].as_array_mut().expect("a list of the same name").extend(entries);
    }
}

/// The JSON files of a folder; none where there is no such folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect()
}

fn read(file: &Path) -> Value {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
