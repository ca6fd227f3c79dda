//! docs/deployment.md typed in a newly installed Debian, from the files of a release to a running site.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::release;
use crate::repository::{Repository, remove_folder};
use crate::setup::{self, apt};

/// The release of Debian that is installed.
const SUITE: &str = "bookworm";

/// Where the release's files are in the new system.
const FOLDER: &str = "/srv/zjtx";

/// Lists of recognised firms, as authorities publish them.
const LISTS: &str = "crates/directory/tests/lists";

/// Installs the system, puts the release into it and types the steps; the system is removed where they succeed.
pub(super) fn run(repository: &Repository) -> Result<()> {
    setup::ensure(repository, &setup::for_fresh_roots())?;
    let released = release::folder(repository);
    if !released.exists() {
        release::make(repository, &[])?;
    }
    let root = repository.root().join("target/fresh-root");
    remove_folder(&root)?;
    // The installer knows a mirror of its own, which this system may not reach.
    let mut debootstrap = Command::new("debootstrap");
    debootstrap.args(["--variant=minbase", SUITE]).arg(&root).args(apt::mirror());
    process::run(&mut debootstrap)
        .context("a new Debian could not be installed into a folder; it needs root")?;
    let folder = root.join(FOLDER.trim_start_matches('/'));
    copy(&released, &folder)?;
    copy(&repository.root().join(LISTS), &folder.join("lists"))?;
    let mut node = Command::new("node");
    node.current_dir(repository.e2e()).arg("fresh-root/run.mjs").arg(&root).arg(FOLDER);
    process::run(&mut node)?;
    remove_folder(&root)
}

/// Copies the files of a folder, without folders in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let mut copied = 0;
    for entry in fs::read_dir(from).with_context(|| format!("{} is missing", from.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
            copied += 1;
        }
    }
    ensure!(copied > 0, "{} has no files", from.display());
    Ok(())
}
