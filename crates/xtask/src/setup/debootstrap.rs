//! Debian's installer into a folder, for checks in a system that nobody has used.

use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, apt};
use crate::process;
use crate::repository::Repository;

/// The release of Debian that is installed.
pub(crate) const SUITE: &str = "bookworm";

const PACKAGES: &[&str] = &["debootstrap"];

/// The installer.
pub(crate) struct Debootstrap;

/// Where this system takes Debian's packages from; the installer knows a place of its own.
pub(crate) fn mirror() -> Option<String> {
    let mut apt = Command::new("apt-get");
    apt.args(["indextargets", "--format", "$(SITE)", "Created-By: Packages", "Component: main"]);
    process::output_of(&mut apt)?.lines().next().map(str::to_owned)
}

impl Need for Debootstrap {
    fn name(&self) -> &'static str {
        "debootstrap"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        process::output_of(Command::new("debootstrap").arg("--version"))
    }

    fn plan(&self) -> String {
        apt::command_line(PACKAGES)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(PACKAGES).context("the rehearsal of the deployment needs a new Debian")
    }
}
