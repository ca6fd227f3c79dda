//! `perf`: what a person waits for in a slow browser on a slow network.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::setup;

/// Builds and serves the site, measures it in Chromium and prints the medians.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    setup::ensure(repository, &setup::all(repository)?)?;
    let mut command = Command::new("node");
    command.current_dir(repository.e2e()).arg("perf.mjs");
    setup::equip(&mut command, repository)?;
    process::run(&mut command)
}
