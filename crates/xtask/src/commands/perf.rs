//! `perf`: what a person waits for in a slow browser on a slow network.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::setup;

/// Browser tests that print figures in milliseconds.
const TIMED: &[&str] = &["history", "batch"];

/// Builds and serves the site, measures it in Chromium and prints the medians.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    setup::ensure(repository, &setup::all(repository)?)?;
    node(repository, &["perf.mjs"])?;
    // Long lists, one after the other on a site that is built by now, held to their bounds.
    TIMED.iter().try_for_each(|test| node(repository, &["run.mjs", "--as-built", test]))
}

fn node(repository: &Repository, words: &[&str]) -> Result<()> {
    let mut command = Command::new("node");
    command.current_dir(repository.e2e()).args(words).env("E2E_TIMED", "1");
    setup::equip(&mut command, repository)?;
    process::run(&mut command)
}
