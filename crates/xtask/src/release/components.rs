//! What is compiled into the things of a release: Rust packages, and the npm packages of the site's scripts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};
use serde_json::Value;

use super::programs::TARGETS;
use crate::repository::Repository;
use crate::setup::WASM_TARGET;

/// Packages that are handed over, as programs or within the site.
const SHIPPED: [&str; 7] = [
    "zjtx",
    "zjtx-aggregator",
    "zjtx-app-wasm",
    "zjtx-bindings",
    "zjtx-list-worker",
    "zjtx-directory-page",
    "zjtx-blind-tokens-page",
];

/// Where the npm packages of the site's scripts are.
const SCRIPTS: &str = "static/statistics";

/// How files with a licence are called at the start of their names.
const LICENCE_FILES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

/// A package that somebody else made.
pub(super) struct Component {
    pub(super) name: String,
    pub(super) version: String,
    /// SPDX expression, as the package states it.
    pub(super) licence: String,
    /// Package URL.
    pub(super) purl: String,
    /// Texts of its licence files, in the order of their names.
    pub(super) texts: Vec<String>,
}

/// All of them, in the order of their package URLs.
pub(super) fn all(repository: &Repository) -> Result<Vec<Component>> {
    let mut components = rust(repository)?;
    components.extend(npm(&repository.root().join(SCRIPTS))?);
    components.sort_by(|one, other| one.purl.cmp(&other.purl));
    Ok(components)
}

fn rust(repository: &Repository) -> Result<Vec<Component>> {
    let mut options = vec!["--locked".to_owned()];
    let systems = TARGETS.iter().map(|target| target.triple).chain([WASM_TARGET]);
    options.extend(systems.flat_map(|triple| ["--filter-platform".to_owned(), triple.to_owned()]));
    let mut command = MetadataCommand::new();
    command.manifest_path(repository.root().join("Cargo.toml")).other_options(options);
    let metadata = command.exec().context("cargo metadata failed")?;
    let foreign = built_in(&metadata).into_iter().map(|id| &metadata[id]);
    foreign.filter(|package| package.source.is_some()).map(of_package).collect()
}

/// All that is built into what is shipped, directly or by others.
fn built_in(metadata: &Metadata) -> BTreeSet<&PackageId> {
    let nodes: BTreeMap<_, _> =
        metadata.resolve.iter().flat_map(|resolve| &resolve.nodes).map(|node| (&node.id, node)).collect();
    let is_shipped = |package: &&Package| SHIPPED.contains(&package.name.as_str());
    let mut open: Vec<&PackageId> =
        metadata.packages.iter().filter(is_shipped).map(|package| &package.id).collect();
    let mut found = BTreeSet::new();
    while let Some(next) = open.pop() {
        let dependencies = nodes.get(next).into_iter().flat_map(|node| &node.deps);
        let is_built_in = |kinds: &[cargo_metadata::DepKindInfo]| {
            kinds.iter().any(|kind| kind.kind != DependencyKind::Development)
        };
        for dependency in dependencies.filter(|dependency| is_built_in(&dependency.dep_kinds)) {
            if found.insert(&dependency.pkg) {
                open.push(&dependency.pkg);
            }
        }
    }
    found
}

fn of_package(package: &Package) -> Result<Component> {
    let (name, version) = (package.name.to_string(), package.version.to_string());
    let folder = package.manifest_path.parent().map_or(Path::new(""), |folder| folder.as_std_path());
    Ok(Component {
        purl: format!("pkg:cargo/{name}@{version}"),
        licence: package.license.clone().unwrap_or_default(),
        texts: texts(folder)?,
        name,
        version,
    })
}

/// The packages that a lock file of npm names, but for those that only build.
fn npm(folder: &Path) -> Result<Vec<Component>> {
    let lock: Value = serde_json::from_slice(&fs::read(folder.join("package-lock.json"))?)?;
    let packages = lock["packages"].as_object().into_iter().flatten();
    let shipped = packages.filter(|(path, package)| !path.is_empty() && package["dev"] != true);
    shipped.map(|(path, package)| of_npm(&folder.join(path), path, package)).collect()
}

fn of_npm(folder: &Path, path: &str, package: &Value) -> Result<Component> {
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let name = path.rsplit("node_modules/").next().unwrap_or(path).to_owned();
    let version = text("version");
    let purl = format!("pkg:npm/{}@{version}", name.replace('@', "%40"));
    Ok(Component { purl, licence: text("license"), texts: texts(folder)?, name, version })
}

fn texts(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} could not be read", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let is_licence = |name: &str| LICENCE_FILES.iter().any(|start| name.to_uppercase().starts_with(start));
    files.retain(|path| {
        path.is_file() && path.file_name().is_some_and(|name| is_licence(&name.to_string_lossy()))
    });
    files.sort();
    files.iter().map(|file| Ok(String::from_utf8_lossy(&fs::read(file)?).replace("\r\n", "\n"))).collect()
}
