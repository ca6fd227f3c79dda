//! One evaluation with explanation in Node, object in and object out, beside zen-engine on the same conditions.

use std::process::Command;

use anyhow::Result;

use crate::package;
use crate::process;
use crate::repository::Repository;
use crate::setup;

/// Installs zen-engine by its lock file and runs both.
pub(super) fn run(repository: &Repository) -> Result<()> {
    println!("== beside zen-engine, in Node");
    let folder = package::build(repository)?;
    setup::ensure(repository, &setup::for_comparing())?;
    let script = repository.root().join("crates/bench/zen/run.mjs");
    process::run(Command::new("node").arg(script).arg(folder))
}
