//! `lint`: clippy with warnings denied.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::setup::{self, WasmToolchain};

/// Lints every package on the host, then the app for the browser.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    setup::ensure(repository, &setup::for_linting())?;
    on_host(repository)?;
    on_wasm(repository)
}

/// Lints every package, tests included, as the host compiles it.
pub(crate) fn on_host(repository: &Repository) -> Result<()> {
    let mut command = Command::new("cargo");
    command.current_dir(repository.root()).args(["clippy", "--workspace", "--all-targets"]);
    process::run(command.args(["--", "-D", "warnings"]))
}

/// Lints the app and its tests as they are compiled for the browser.
pub(crate) fn on_wasm(repository: &Repository) -> Result<()> {
    let mut command = WasmToolchain::get(repository)?.command(repository, "cargo");
    command.args(["clippy", "--package", "zjtx-app", "--lib", "--tests"]);
    process::run(command.args(["--target", setup::WASM_TARGET, "--", "-D", "warnings"]))
}
