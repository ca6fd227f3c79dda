//! Packages as wasm with their JavaScript glue, by wasm-pack.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::asset::Asset;
use super::optimized;
use crate::process;
use crate::repository::Repository;
use crate::setup::{WASM_TARGET, WasmToolchain};

/// Programs apart from the app, folder and name of their files: the worker for lists of firms, which has a hundred
/// thousand of them to judge, and the search of recognised firms.
const APART: [(&str, &str, Size); 2] =
    [("crates/list-worker", "lists", Size::Fast), ("crates/directory-page", "firms", Size::Least)];

/// What blind tokens take: a package whose module needs no glue, and the module's names as compiled and in the site.
const TOKENS: (&str, &str, &str) =
    ("zjtx-blind-tokens-page", "zjtx_blind_tokens_page.wasm", "pkg/blind-tokens.wasm");

/// The standard library is compiled with the app, without the text of its panics: a sixth less to
/// download. These options are the compiler's own, but not yet stable (docs/decisions/2026-11-22-first-load.md).
pub(super) const LIBRARY: &[&str] =
    &["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"];
pub(super) const FLAGS: &str =
    "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// How small the code has to be.
#[derive(Clone, Copy)]
pub(crate) enum Size {
    /// As small as it gets: the site.
    Least,
    /// A fifth more, where it is run often: the npm package.
    Quick,
    /// Two fifths more, where somebody waits for it by the second and loads it once: lists of firms.
    Fast,
}

impl Size {
    const fn profile(self) -> &'static str {
        match self {
            Self::Least => "site",
            Self::Quick => "npm",
            Self::Fast => "lists",
        }
    }

    fn flags(self) -> String {
        match self {
            Self::Least | Self::Fast => FLAGS.to_owned(),
            // Small functions are called often here and everywhere: between none of them inlined and all of them.
            Self::Quick => format!("{FLAGS} -Cllvm-args=-inline-threshold=30"),
        }
    }
}

/// A crate to be built.
pub(crate) struct Crate<'a> {
    /// Its folder.
    pub(crate) folder: &'a str,
    /// The name of its files: `name.js`, `name_bg.wasm`.
    pub(crate) name: &'a str,
    /// How it is built.
    pub(crate) size: Size,
    /// Whether TypeScript declarations are wanted.
    pub(crate) typed: bool,
}

/// Builds the programs apart from the app; returns of each `pkg/name.js` and `pkg/name_bg.wasm`, of that for blind
/// tokens only `pkg/blind-tokens.wasm`.
pub(super) fn apart(repository: &Repository) -> Result<Vec<Asset>> {
    let out = repository.wasm_target().join("pkg");
    let mut assets = Vec::new();
    for (folder, name, size) in APART {
        compile(repository, &Crate { folder, name, size, typed: false }, &out)?;
        let mut module = read(&out, &format!("{name}_bg.wasm"))?;
        if matches!(size, Size::Least) {
            module.bytes = optimized::optimized(repository, &module.bytes)?;
        }
        assets.extend([read(&out, &format!("{name}.js"))?, module]);
    }
    assets.push(bare(repository, TOKENS)?);
    Ok(assets)
}

/// Builds a package as it is, without wasm-bindgen.
fn bare(repository: &Repository, (package, module, name): (&str, &str, &str)) -> Result<Asset> {
    let profile = Size::Least.profile();
    let mut command = WasmToolchain::get(repository)?.command(repository, "cargo");
    command.args(["build", "--package", package, "--target", WASM_TARGET, "--profile", profile]);
    command.args(LIBRARY).env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", Size::Least.flags());
    process::run(&mut command)?;
    let file = repository.wasm_target().join(WASM_TARGET).join(profile).join(module);
    let bytes = fs::read(&file).with_context(|| format!("cargo made no file {module}"))?;
    Ok(Asset::new(name, optimized::optimized(repository, &bytes)?))
}

/// Builds a crate into a folder, as small as it has to be, without wasm-opt, which takes minutes for
/// what is built for speed.
pub(crate) fn compile(repository: &Repository, built: &Crate<'_>, out: &Path) -> Result<()> {
    let mut command = WasmToolchain::get(repository)?.command(repository, "wasm-pack");
    command
        .args([
            "--log-level",
            "error",
            "build",
            built.folder,
            "--target",
            "web",
            "--profile",
            built.size.profile(),
        ])
        .args(["--mode", "no-install", "--no-opt", "--no-pack", "--out-name", built.name, "--out-dir"])
        .arg(out);
    if !built.typed {
        command.arg("--no-typescript");
    }
    command.arg("--").args(LIBRARY);
    process::run(command.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", built.size.flags()))
}

fn read(out: &Path, name: &str) -> Result<Asset> {
    let bytes = fs::read(out.join(name)).with_context(|| format!("wasm-pack made no file {name}"))?;
    Ok(Asset::new(format!("pkg/{name}"), bytes))
}
