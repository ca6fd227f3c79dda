//! No code names a region, a place, a rule pack, a scheme or what is counted, and none of what people see names a fact:
//! they are data of `rules/`.

mod support;

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};
use support::RULES;
use zjtx_places::Places;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Rust, JavaScript and style files beneath, without tests, benches, examples and what is built.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    const LEFT: [&str; 11] = [
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
        "province.rs",
    ];
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if LEFT.contains(&name.as_str()) || name.starts_with('.') {
            continue;
        }
        if entry.is_dir() {
            sources(&entry, found);
        } else if [".rs", ".js", ".mjs", ".css"].iter().any(|kind| name.ends_with(kind)) {
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

/// Where the product's code is.
const PRODUCT: [&str; 4] = ["app", "crates", "evaluator", "static"];

/// The product's code beneath some folders, file by file.
fn codes(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    folders.iter().for_each(|folder| sources(&root().join(folder), &mut files));
    assert!(files.len() > 200, "the code was found: {}", files.len());
    let read = |file: PathBuf| {
        let text = fs::read_to_string(&file).expect("a text");
        (file, code(&text))
    };
    files.into_iter().map(read).collect()
}

/// Files of some folders that name one of some ids, with the id.
fn naming(folders: &[&str], ids: &[String]) -> Vec<String> {
    let mut named = Vec::new();
    for (file, code) in codes(folders) {
        let here = ids.iter().filter(|id| code.contains(&format!("\"{id}\"")));
        named.extend(here.map(|id| format!("{}: {id}", file.display())));
    }
    named
}

/// The ids of a list of the rules.
fn ids(pointer: &str, field: &str) -> Vec<String> {
    let list = RULES.pointer(pointer).and_then(|list| list.as_array()).expect("a list");
    list.iter().filter_map(|entry| entry.pointer(field)?.as_str()).map(str::to_owned).collect()
}

/// Places are told by name, codes and names of the statistics by the endpoint.
#[test]
fn no_code_names_a_place_or_what_is_counted() {
    let places = Places::bundled();
    let places = places.all().iter().flat_map(|place| [place.code().to_owned(), place.name().to_owned()]);
    let packs = ids("/catalog/counted", "/code");
    let levels = ids("/catalog/counted_levels", "/name/zh");
    assert!(packs.len() >= 12 && levels.len() >= 7, "{packs:?} {levels:?}");
    let names: Vec<String> = places.chain(packs).chain(levels).collect();
    let mut by_start: HashMap<&str, Vec<&str>> = HashMap::new();
    for name in &names {
        by_start.entry(start_of(name)).or_default().push(name);
    }
    let mut named = Vec::new();
    for (file, code) in codes(&PRODUCT) {
        for rest in code.char_indices().map(|(at, _)| &code[at..]) {
            let mut here = by_start.get(start_of(rest)).into_iter().flatten();
            named.extend(
                here.find(|name| rest.starts_with(**name)).map(|name| format!("{}: {name}", file.display())),
            );
        }
    }
    assert!(named.is_empty(), "{}", named.join("\n"));
}

/// The first two characters of a text, by which names are found quickly.
fn start_of(text: &str) -> &str {
    let end = text.char_indices().nth(2).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[test]
fn no_code_names_a_region_a_pack_or_a_scheme() {
    // The code of the nation stands for “no region”.
    let regions = ids("/catalog/regions", "/code").into_iter().filter(|code| code != "000000");
    let schemes = ids("/catalog/schemes", "/id").into_iter().filter(|id| id != "size");
    let names: Vec<String> = regions.chain(schemes).chain(ids("/packs", "/id")).collect();
    let named = naming(&PRODUCT, &names);
    assert!(named.is_empty(), "{}", named.join("\n"));
}

#[test]
fn the_page_names_no_fact_and_no_gate() {
    let facts = ids("/terms/facts", "/id").into_iter();
    let ids = facts.chain(ids("/terms/gates", "/id")).collect::<Vec<_>>();
    let named = naming(&["app"], &ids);
    assert!(named.is_empty(), "{}", named.join("\n"));
}
