//! `package`: the evaluator as an npm package.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::size::{self, Budget};
use crate::package;
use crate::process;
use crate::repository::Repository;
use crate::setup;

/// What a page that uses the package may download of it at most, all packs included.
const BUDGET: Budget = Budget::Brotli(120 * 1024);

/// Builds the package, tests and measures it, and says where it is.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    setup::ensure(repository, &setup::for_testing_packages())?;
    let folder = package::build(repository)?;
    check(repository, &folder)?;
    let mut cold_start = Command::new("node");
    cold_start.current_dir(repository.root()).arg("crates/bindings/cold-start.mjs").arg(&folder);
    process::run(&mut cold_start)?;
    println!("the npm package is in {}", folder.display());
    Ok(())
}

/// Runs the tests of a built package; an error above its budget.
pub(crate) fn check(repository: &Repository, folder: &Path) -> Result<()> {
    println!("  brotli     gzip");
    size::hold(&package::loads(folder)?, "npm package in a page", BUDGET)?;
    let mut node = Command::new("node");
    node.current_dir(repository.root()).args(["--test", "crates/bindings/test/package.test.mjs"]);
    process::run(node.env("ZJTX_PACKAGE", folder))
}
