//! What a reader may rely on about the repository itself: edges, sizes, and documents that tell the truth.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use zjtx_evaluator::Code;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Files beneath a folder with an extension, build output left out.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    const OUTPUT: [&str; 6] = ["target", ".tools", "node_modules", "dist", "pkg", ".git"];
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() && !OUTPUT.contains(&name.as_str()) {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found
}

/// Names of the packages that a package depends on outside its tests.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let text = read(manifest);
    let mut names = BTreeSet::new();
    let mut inside = false;
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default();
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]") && !line.contains("dev-") && !line.contains("build-");
        } else if let Some((name, _)) = line.split_once(['.', '=']).filter(|_| inside) {
            names.insert(name.trim().to_owned());
        }
    }
    names
}

#[test]
fn the_evaluator_depends_on_nothing_but_reading_and_errors() {
    let allowed = ["serde", "serde_json", "serde_path_to_error", "thiserror", "schemars"];
    let names = dependencies("evaluator/Cargo.toml");
    let foreign: Vec<_> = names.iter().filter(|name| !allowed.contains(&name.as_str())).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}

#[test]
fn forbidden_edges_are_absent() {
    for package in ["crates/reference", "crates/wire", "crates/aggregator"] {
        let manifest = format!("{package}/Cargo.toml");
        if root().join(&manifest).exists() {
            assert!(!dependencies(&manifest).contains("zjtx-evaluator"), "{package} must not judge");
        }
    }
}

#[test]
fn rust_files_are_short() {
    let long: Vec<String> = files(&root(), "rs")
        .into_iter()
        .map(|path| (fs::read_to_string(&path).expect("a file").lines().count(), path))
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn the_architecture_names_only_paths_that_exist() {
    let text = read("ARCHITECTURE.md");
    let quoted = text.split('`').skip(1).step_by(2);
    let paths = quoted.filter(|word| word.contains('/') && !word.contains([' ', '*', '<', ':', '#']));
    let absent: Vec<&str> = paths.filter(|path| !root().join(path).exists()).collect();
    assert!(absent.is_empty(), "{absent:?}");
}

#[test]
fn every_node_kind_has_its_file_and_its_paragraph() {
    let doc = syn::parse_file(&read("evaluator/src/written/node.rs")).expect("Rust");
    let kinds: Vec<String> = doc.items.iter().filter_map(node_kinds).flatten().collect();
    assert!(kinds.len() > 10, "{kinds:?}");
    let language = read("docs/language.md");
    for kind in kinds {
        assert!(
            root().join(format!("evaluator/src/language/nodes/{kind}.rs")).exists(),
            "no file of its own: {kind}"
        );
        assert!(language.contains(&format!("**{kind}**")), "not specified: {kind}");
    }
}

/// The kinds of node, as rule files write them.
fn node_kinds(item: &syn::Item) -> Option<Vec<String>> {
    let syn::Item::Enum(nodes) = item else { return None };
    let names = nodes.variants.iter().map(|variant| snake_case(&variant.ident.to_string()));
    (nodes.ident == "NodeDoc").then(|| names.collect())
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

#[test]
fn every_diagnostic_is_specified() {
    let language = read("docs/language.md");
    for code in Code::ALL {
        assert!(language.contains(&format!("| {} `", code.number())), "{}", code.number());
    }
}
