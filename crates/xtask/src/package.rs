//! The npm package `pkg/zjtx-evaluator`: the bindings as wasm, and what a package has besides.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::dist::{Load, Sent, wasm};
use crate::repository::{Repository, remove_folder};
use crate::setup;

/// What such a page downloads.
const DOWNLOADED: [&str; 3] = ["web.js", "glue.js", "web_bg.wasm"];

/// Files of the package as they are in the repository.
const FILES: [(&str, &str); 9] = [
    ("crates/bindings/src/glue.js", "glue.js"),
    ("crates/bindings/npm/README.md", "README.md"),
    ("crates/bindings/npm/node.js", "node.js"),
    ("crates/bindings/npm/node.d.ts", "node.d.ts"),
    ("crates/bindings/npm/bundler.js", "bundler.js"),
    ("crates/bindings/npm/node.d.ts", "bundler.d.ts"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    (MANIFEST, "package.json"),
];
const MANIFEST: &str = "crates/bindings/npm/package.json";
/// Stands in the manifest for the version.
const VERSION_PLACE: &str = "%VERSION%";

/// Builds the package; returns its folder.
pub(crate) fn build(repository: &Repository) -> Result<PathBuf> {
    setup::ensure(repository, &setup::for_building(repository)?)?;
    let folder = repository.root().join("pkg/zjtx-evaluator");
    remove_folder(&folder)?;
    let bindings =
        wasm::Crate { folder: "crates/bindings", name: "web", size: wasm::Size::Quick, typed: true };
    wasm::compile(repository, &bindings, &folder)?;
    // npm would leave everything out of a folder that this file of wasm-pack ignores.
    fs::remove_file(folder.join(".gitignore"))?;
    for (from, to) in FILES {
        fs::copy(repository.root().join(from), folder.join(to))
            .with_context(|| format!("{from} is missing"))?;
    }
    set_version(&folder.join("package.json"))?;
    Ok(folder)
}

/// The package has the version of all packages here. The order of its fields means something.
fn set_version(manifest: &Path) -> Result<()> {
    let text = fs::read_to_string(manifest)?;
    ensure!(text.contains(VERSION_PLACE), "{MANIFEST} has no place {VERSION_PLACE}");
    Ok(fs::write(manifest, text.replace(VERSION_PLACE, env!("CARGO_PKG_VERSION")))?)
}

/// What a page downloads of the package.
pub(crate) fn loads(folder: &Path) -> Result<Vec<Load>> {
    let load = |name: &str| Ok((name.to_owned(), Sent::of(&fs::read(folder.join(name))?)?));
    DOWNLOADED.iter().map(|name| load(name)).collect()
}
