//! `lint`: formatting, and clippy with warnings denied.

use std::process::Command;

use anyhow::Result;

use super::fmt;
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, WasmToolchain};
use crate::stage::Stages;

/// Packages that run as wasm.
const AS_WASM: [&str; 4] = ["zjtx-app", "zjtx-bindings", "zjtx-list-worker", "zjtx-bench"];

/// Looks at the formatting, then lints every package on the host, then those that run as wasm; an error when one failed.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    setup::ensure(repository, &setup::for_formatting())?;
    setup::ensure(repository, &setup::for_linting())?;
    let mut stages = Stages::of(repository);
    stages.run("format", || fmt::check(repository));
    stages.run("clippy, host", || on_host(repository));
    stages.run("clippy, wasm32", || on_wasm(repository));
    stages.finish()
}

/// Lints every package, tests included, as the host compiles it.
fn on_host(repository: &Repository) -> Result<()> {
    let mut command = Command::new("cargo");
    command.current_dir(repository.root()).args(["clippy", "--workspace", "--all-targets"]);
    process::run(command.args(["--", "-D", "warnings"]))
}

/// Lints what runs as wasm, as it is compiled for it.
fn on_wasm(repository: &Repository) -> Result<()> {
    let mut command = WasmToolchain::get(repository)?.command(repository, "cargo");
    command.arg("clippy").args(AS_WASM.iter().flat_map(|package| ["--package", package])).arg("--tests");
    process::run(command.args(["--target", setup::WASM_TARGET, "--", "-D", "warnings"]))
}
