//! Native against wasm: the same dossiers, the same outcomes.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::process;
use crate::repository::Repository;
use crate::setup::WasmToolchain;

/// Judges random dossiers natively, then as wasm in Node; an error where they differ.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    let dossiers = native_outcomes(repository)?;
    let module = node_module(repository)?;
    let mut node = Command::new("node");
    node.current_dir(repository.root()).arg("crates/bindings/agreement.mjs").arg(module).arg(dossiers);
    process::run(&mut node)
}

fn native_outcomes(repository: &Repository) -> Result<PathBuf> {
    let path = repository.wasm_target().join("agreement.jsonl");
    std::fs::create_dir_all(repository.wasm_target())?;
    let file = File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
    let mut cargo = Command::new("cargo");
    cargo.current_dir(repository.root());
    cargo.args(["test", "--quiet", "--package", "conformance", "--test", "agreement"]);
    let status = cargo.stdin(Stdio::null()).stdout(file).status()?;
    if !status.success() {
        bail!("the native outcomes could not be written ({status})");
    }
    Ok(path)
}

/// The bindings as a CommonJS module.
fn node_module(repository: &Repository) -> Result<PathBuf> {
    let out = repository.wasm_target().join("bindings");
    let mut command = WasmToolchain::get(repository)?.command(repository, "wasm-pack");
    command
        .args(["--log-level", "error", "build", "crates/bindings", "--target", "nodejs", "--profile", "site"])
        .args(["--mode", "no-install", "--no-opt", "--no-pack", "--out-name", "zjtx", "--out-dir"])
        .arg(&out);
    process::run(&mut command)?;
    Ok(out.join("zjtx.js"))
}
