//! The npm package as the file that is published.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::package;
use crate::process;
use crate::repository::Repository;

/// Builds and packs it; npm gives all files one time.
pub(super) fn make(repository: &Repository, folder: &Path) -> Result<()> {
    let built = package::build(repository)?;
    let mut npm = Command::new("npm");
    npm.current_dir(built).args(["pack", "--silent", "--pack-destination"]).arg(folder);
    process::run(&mut npm)
}
