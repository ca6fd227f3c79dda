//! The app as wasm and its JavaScript glue, by wasm-pack.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::asset::Asset;
use crate::process;
use crate::repository::Repository;
use crate::setup::WasmToolchain;

/// What wasm-pack makes for the page.
const FILES: &[&str] = &["app.js", "app_bg.wasm"];

/// Builds the app; returns `pkg/app.js` and `pkg/app_bg.wasm`.
///
/// Without wasm-opt: after size optimisation, fat LTO and stripping it saves 1 % of the gzip size.
pub(crate) fn build(repository: &Repository) -> Result<Vec<Asset>> {
    let out = repository.wasm_target().join("pkg");
    let mut command = WasmToolchain::get(repository)?.command(repository, "wasm-pack");
    command
        .args(["--log-level", "error", "build", "app", "--target", "web", "--profile", "site"])
        .args(["--mode", "no-install", "--no-opt", "--no-pack", "--no-typescript"])
        .args(["--out-name", "app", "--out-dir"])
        .arg(&out);
    process::run(&mut command)?;
    FILES.iter().map(|name| read(&out, name)).collect()
}

fn read(out: &Path, name: &str) -> Result<Asset> {
    let bytes = fs::read(out.join(name)).with_context(|| format!("wasm-pack made no file {name}"))?;
    Ok(Asset::new(format!("pkg/{name}"), bytes))
}
