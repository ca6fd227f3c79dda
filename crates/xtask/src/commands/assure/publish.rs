//! Publishing tried without doing it: the Rust packages that may be published, and the npm package.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use cargo_metadata::{MetadataCommand, Package};

use crate::package;
use crate::process;
use crate::repository::Repository;

/// Packs and builds each as registries would get it, from a commit without changes; an error where one would be refused.
pub(super) fn run(repository: &Repository) -> Result<()> {
    let mut command = MetadataCommand::new();
    let metadata = command.manifest_path(repository.root().join("Cargo.toml")).no_deps().exec()?;
    let may_be_published = |package: &&Package| package.publish.as_ref().is_none_or(|to| !to.is_empty());
    for package in metadata.packages.iter().filter(may_be_published) {
        describes_itself(package).with_context(|| package.name.to_string())?;
        let mut cargo = Command::new("cargo");
        cargo.current_dir(repository.root()).args(["publish", "--dry-run", "--package"]);
        process::run(cargo.arg(package.name.as_str()))?;
    }
    let folder = package::build(repository)?;
    process::run(Command::new("npm").current_dir(folder).args(["publish", "--dry-run"]))
}

/// What people look for in a registry.
fn describes_itself(package: &Package) -> Result<()> {
    ensure!(package.description.is_some(), "its manifest has no description");
    ensure!(package.license.is_some(), "its manifest has no license");
    ensure!(package.readme.is_some(), "its manifest has no readme");
    ensure!(!package.keywords.is_empty(), "its manifest has no keywords");
    ensure!(!package.categories.is_empty(), "its manifest has no categories");
    Ok(())
}
