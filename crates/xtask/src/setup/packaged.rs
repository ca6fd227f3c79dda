//! Programs that Debian has in a package each.

use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, apt};
use crate::process;
use crate::repository::Repository;

/// A program, its package and what needs it.
pub(crate) struct Packaged {
    name: &'static str,
    program: &'static str,
    packages: &'static [&'static str],
    why: &'static str,
}

/// Builds images without a running service.
pub(crate) const BUILDAH: Packaged = Packaged {
    name: "Buildah",
    program: "buildah",
    packages: &["buildah"],
    why: "the container image of a release needs Buildah",
};

/// Debian's installer into a folder, for checks in a system that nobody has used.
pub(crate) const DEBOOTSTRAP: Packaged = Packaged {
    name: "debootstrap",
    program: "debootstrap",
    packages: &["debootstrap"],
    why: "the rehearsal of the deployment needs a new Debian",
};

/// QEMU for single programs, in which a release tries its programs for another processor.
pub(crate) const QEMU: Packaged = Packaged {
    name: "QEMU",
    program: "qemu-aarch64-static",
    packages: &["qemu-user-static"],
    why: "a release tries its programs for ARM64 in QEMU",
};

impl Need for Packaged {
    fn name(&self) -> &'static str {
        self.name
    }

    fn found(&self, _: &Repository) -> Option<String> {
        let answer = process::output_of(Command::new(self.program).arg("--version"))?;
        answer.lines().next().map(str::to_owned)
    }

    fn plan(&self) -> String {
        apt::command_line(self.packages)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(self.packages).context(self.why)
    }
}
