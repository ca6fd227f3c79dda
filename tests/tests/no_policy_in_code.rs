//! No code names a region, a rule pack or a scheme, and none of what people see names a fact: they are data of `rules/`.

mod support;

use std::{
    fs,
    path::{Path, PathBuf},
};
use support::RULES;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Rust and JavaScript files beneath, without tests, benches, examples and what is built.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    const LEFT: [&str; 10] = [
        "tests",
        "test",
        "target",
        "node_modules",
        "examples",
        "bench",
        "pkg",
        "dist",
        "tests.rs",
        "testing.rs",
    ];
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if LEFT.contains(&name.as_str()) || name.starts_with('.') {
            continue;
        }
        if entry.is_dir() {
            sources(&entry, found);
        } else if name.ends_with(".rs") || name.ends_with(".js") {
            found.push(entry);
        }
    }
}

/// What the product runs: neither comments nor the tests at the end of a file.
fn code(text: &str) -> String {
    let product = text.split("#[cfg(test)]").next().unwrap_or_default();
    let product = product.split("#[cfg(all(test").next().unwrap_or_default();
    product.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Files beneath some folders that name one of some ids, with the id.
fn naming(folders: &[&str], ids: &[String]) -> Vec<String> {
    let mut files = Vec::new();
    folders.iter().for_each(|folder| sources(&root().join(folder), &mut files));
    assert!(files.len() > 200, "the code was found: {}", files.len());
    let mut named = Vec::new();
    for file in files {
        let code = code(&fs::read_to_string(&file).expect("a text"));
        let here = ids.iter().filter(|id| code.contains(&format!("\"{id}\"")));
        named.extend(here.map(|id| format!("{}: {id}", file.display())));
    }
    named
}

/// The ids of a list of the rules.
fn ids(pointer: &str, field: &str) -> Vec<String> {
    let list = RULES.pointer(pointer).and_then(|list| list.as_array()).expect("a list");
    list.iter().filter_map(|entry| entry[field].as_str()).map(str::to_owned).collect()
}

#[test]
fn no_code_names_a_region_a_pack_or_a_scheme() {
    // The code of the nation stands for “no region”.
    let regions = ids("/catalog/regions", "code").into_iter().filter(|code| code != "000000");
    let schemes = ids("/catalog/schemes", "id").into_iter().filter(|id| id != "size");
    let names: Vec<String> = regions.chain(schemes).chain(ids("/packs", "id")).collect();
    let named = naming(&["app", "crates", "evaluator", "static"], &names);
    assert!(named.is_empty(), "{}", named.join("\n"));
}

#[test]
fn the_page_names_no_fact_and_no_gate() {
    let facts = ids("/terms/facts", "id").into_iter();
    let ids = facts.chain(ids("/terms/gates", "id")).collect::<Vec<_>>();
    let named = naming(&["app"], &ids);
    assert!(named.is_empty(), "{}", named.join("\n"));
}
