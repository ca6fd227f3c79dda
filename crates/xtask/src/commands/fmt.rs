//! `fmt`: formats the Rust code.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::setup;

/// Formats every package.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    setup::ensure(repository, &setup::for_formatting())?;
    cargo_fmt(repository, &[])
}

/// Fails when a file is not formatted.
pub(crate) fn check(repository: &Repository) -> Result<()> {
    cargo_fmt(repository, &["--check"])
}

fn cargo_fmt(repository: &Repository, options: &[&str]) -> Result<()> {
    let mut command = Command::new("cargo");
    command.current_dir(repository.root()).args(["fmt", "--all"]).args(options);
    process::run(&mut command)
}
