//! `perf`: what a person waits for in a slow browser on a slow network, also with long lists of recognised firms, and how
//! many answers settle every level.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::setup;

/// Browser tests that print figures in milliseconds.
const TIMED: &[&str] = &["history", "batch"];

/// Firms that are drawn to count answers, and where the drawing begins.
const FIRMS: [&str; 2] = ["1000", "17"];

/// Counts answers, then builds and serves the site, measures it in Chromium and prints the medians.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    answers(repository)?;
    setup::ensure(repository, &setup::all(repository)?)?;
    node(repository, &["perf.mjs"])?;
    // Recognised firms, on the site that is built by now.
    node(repository, &["perf-firms.mjs"])?;
    node(repository, &["perf-lists.mjs"])?;
    // Long lists, one after the other on a site that is built by now, held to their bounds.
    TIMED.iter().try_for_each(|test| node(repository, &["run.mjs", "--as-built", test]))
}

/// Prints how many answers settle every level for drawn firms.
fn answers(repository: &Repository) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(repository.root());
    cargo.args(["test", "--quiet", "--release", "--package", "conformance", "--test", "answers", "--"]);
    process::run(cargo.args(FIRMS))
}

fn node(repository: &Repository, words: &[&str]) -> Result<()> {
    let mut command = Command::new("node");
    command.current_dir(repository.e2e()).args(words).env("E2E_TIMED", "1");
    setup::equip(&mut command, repository)?;
    process::run(&mut command)
}
