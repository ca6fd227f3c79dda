//! `lint`: clippy with warnings denied.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::setup::{self, WasmToolchain};

/// Lints every package on the host, then those that run as wasm.
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

/// Lints what runs as wasm, as it is compiled for it.
pub(crate) fn on_wasm(repository: &Repository) -> Result<()> {
    let mut command = WasmToolchain::get(repository)?.command(repository, "cargo");
    command.args([
        "clippy",
        "--package",
        "zjtx-app",
        "--package",
        "zjtx-bindings",
        "--package",
        "zjtx-list-worker",
        "--package",
        "zjtx-bench",
    ]);
    command.arg("--tests");
    process::run(command.args(["--target", setup::WASM_TARGET, "--", "-D", "warnings"]))
}
