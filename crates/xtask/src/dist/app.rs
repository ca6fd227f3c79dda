//! The app: linked as one module, split, and given its glue.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};

use super::asset::Asset;
use super::{bundle, glue, optimized, split, wasm};
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, WasmToolchain};

/// The package that is linked, and its module.
const PACKAGE: &str = "zjtx-app-wasm";
const LINKED: &str = "wasm32-unknown-unknown/site/zjtx_app_wasm.wasm";

/// The name under which the module imports what loads its later parts.
const LOADER: &str = "./loader.js";

/// The part that is loaded when a result is opened (`app/src/part.rs`).
const RESULT: &str = "result";

/// Builds the app: `pkg/app.js`, `pkg/app_bg.wasm`, and the modules of the later parts, which the glue names.
pub(super) fn build(repository: &Repository) -> Result<Vec<Asset>> {
    link(repository)?;
    let folder = repository.wasm_target().join("split");
    let split = split::split(&repository.wasm_target().join(LINKED), &folder, LOADER)?;
    bind(repository, &split.main, &folder)?;
    let for_result =
        split.needs.get(RESULT).with_context(|| format!("the app has no part {RESULT}"))?.clone();
    let asset = |(name, bytes): (String, Vec<u8>)| {
        let is_for_result = for_result.contains(&name);
        let bytes = optimized::optimized(repository, &bytes)?;
        Ok(Asset::named_by_glue(format!("pkg/{name}.wasm"), bytes, is_for_result))
    };
    let later: Vec<Asset> = split.later.into_iter().map(asset).collect::<Result<_>>()?;
    let addresses: BTreeMap<String, String> = later.iter().map(address).collect();
    let bound = fs::read_to_string(folder.join("app.js")).context("wasm-bindgen made no app.js")?;
    let whole = folder.join("whole.js");
    fs::write(&whole, glue::with_loader(&bound, LOADER, &split.loader, &addresses)?)?;
    let script = bundle::bundle(repository, "app", &whole.to_string_lossy(), &[])?;
    let module = fs::read(folder.join("app_bg.wasm")).context("wasm-bindgen made no app_bg.wasm")?;
    let module = optimized::optimized(repository, &module)?;
    let first = [Asset::new("pkg/app.js", script), Asset::new("pkg/app_bg.wasm", module)];
    Ok(first.into_iter().chain(later).collect())
}

/// Links the app as one module, with what the splitter needs to take it apart.
fn link(repository: &Repository) -> Result<()> {
    let mut command = WasmToolchain::get(repository)?.command(repository, "cargo");
    command.args(["rustc", "--package", PACKAGE, "--target", setup::WASM_TARGET, "--profile", "site"]);
    command.args(wasm::LIBRARY).args(["--", "-Clink-arg=--emit-relocs"]);
    command.arg("-Clink-arg=--keep-section=target_features");
    process::run(command.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", wasm::FLAGS))
}

/// Gives the first module its glue, `app.js` and `app_bg.wasm`.
fn bind(repository: &Repository, main: &std::path::Path, folder: &std::path::Path) -> Result<()> {
    let mut command = WasmToolchain::get(repository)?.command(repository, "wasm-bindgen");
    command.args(["--target", "web", "--keep-lld-exports", "--no-demangle", "--no-typescript"]);
    process::run(command.args(["--out-name", "app", "--out-dir"]).arg(folder).arg(main))
}

/// A later module's name, and its address beside the glue.
fn address(asset: &Asset) -> (String, String) {
    let stem = asset.source.trim_start_matches("pkg/").trim_end_matches(".wasm");
    let path = asset.hashed_path();
    (stem.to_owned(), path.trim_start_matches("assets/").to_owned())
}
