//! The app as wasm and its JavaScript glue, by wasm-pack.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::asset::Asset;
use crate::process;
use crate::repository::Repository;
use crate::setup::WasmToolchain;

/// The parts of the app that are loaded apart from each other, named for the app's features: the start
/// page and the form come first; everything that is read comes when it is opened.
const PARTS: &[&str] = &["form", "desk"];

/// The standard library is compiled with the app, without the text of its panics: a sixth less to
/// download. These options are the compiler's own, but not yet stable (docs/decisions/2026-11-22-first-load.md).
const LIBRARY: &[&str] = &["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"];
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// Builds the app; returns `pkg/form.js`, `pkg/form_bg.wasm` and so on.
///
/// Without wasm-opt: after size optimisation, fat LTO and stripping it saves 1 % of the gzip size.
pub(crate) fn build(repository: &Repository) -> Result<Vec<Asset>> {
    let parts = PARTS.iter().map(|part| build_part(repository, part)).collect::<Result<Vec<_>>>()?;
    Ok(parts.into_iter().flatten().collect())
}

fn build_part(repository: &Repository, part: &str) -> Result<[Asset; 2]> {
    let out = repository.wasm_target().join("pkg");
    let mut command = WasmToolchain::get(repository)?.command(repository, "wasm-pack");
    command
        .args(["--log-level", "error", "build", "app", "--target", "web", "--profile", "site"])
        .args(["--mode", "no-install", "--no-opt", "--no-pack", "--no-typescript"])
        .args(["--out-name", part, "--out-dir"])
        .arg(&out)
        .args(["--", "--no-default-features", "--features", part])
        .args(LIBRARY)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", FLAGS);
    process::run(&mut command)?;
    Ok([read(&out, &format!("{part}.js"))?, read(&out, &format!("{part}_bg.wasm"))?])
}

fn read(out: &Path, name: &str) -> Result<Asset> {
    let bytes = fs::read(out.join(name)).with_context(|| format!("wasm-pack made no file {name}"))?;
    Ok(Asset::new(format!("pkg/{name}"), bytes))
}
