//! Native against wasm: the same dossiers, the same outcomes.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::package;
use crate::package as built;
use crate::process;
use crate::repository::Repository;

/// Judges random dossiers natively, then as wasm in Node; an error where they differ.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    let dossiers = native_outcomes(repository)?;
    let folder = built::build(repository)?;
    let mut node = Command::new("node");
    node.current_dir(repository.root()).arg("crates/bindings/agreement.mjs").arg(folder.join("node.js"));
    process::run(node.arg(dossiers))?;
    package::check(repository, &folder)
}

fn native_outcomes(repository: &Repository) -> Result<PathBuf> {
    let path = repository.wasm_target().join("agreement.jsonl");
    std::fs::create_dir_all(repository.wasm_target())?;
    let file = File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
    let mut cargo = Command::new("cargo");
    cargo.current_dir(repository.root());
    cargo.args(["test", "--quiet", "--workspace", "--test", "agreement"]);
    let status = cargo.stdin(Stdio::null()).stdout(file).status()?;
    if !status.success() {
        bail!("the native outcomes could not be written ({status})");
    }
    Ok(path)
}
