//! Programs that Debian has in a package each.

use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, apt};
use crate::process;
use crate::repository::Repository;

/// A program, its package and what needs it.
#[derive(Clone, Copy)]
pub(crate) struct Packaged {
    name: &'static str,
    pub(crate) program: &'static str,
    /// The word by which it tells its version.
    version: &'static str,
    packages: &'static [&'static str],
    why: &'static str,
}

/// Builds images without a running service.
pub(crate) const BUILDAH: Packaged = Packaged {
    name: "Buildah",
    program: "buildah",
    version: "--version",
    packages: &["buildah"],
    why: "the container image of a release needs Buildah",
};

/// Debian's installer into a folder, for checks in a system that nobody has used.
pub(crate) const DEBOOTSTRAP: Packaged = Packaged {
    name: "debootstrap",
    program: "debootstrap",
    version: "--version",
    packages: &["debootstrap"],
    why: "the rehearsal of the deployment needs a new Debian",
};

/// QEMU for single programs, in which a release tries its programs for another processor.
pub(crate) const QEMU: Packaged = Packaged {
    name: "QEMU",
    program: "qemu-aarch64-static",
    version: "--version",
    packages: &["qemu-user-static"],
    why: "a release tries its programs for ARM64 in QEMU",
};

/// Wine, in which a release tries its program for Windows.
pub(crate) const WINE: Packaged = Packaged {
    name: "Wine",
    program: "/usr/lib/wine/wine64",
    version: "--version",
    packages: &["wine64"],
    why: "a release tries its program for Windows in Wine",
};

/// The load balancer before several servers of the statistics endpoint.
pub(crate) const HAPROXY: Packaged = Packaged {
    name: "HAProxy",
    program: "haproxy",
    version: "-v",
    packages: &["haproxy"],
    why: "several servers of the statistics endpoint are tried behind HAProxy",
};

impl Need for Packaged {
    fn name(&self) -> &'static str {
        self.name
    }

    fn found(&self, _: &Repository) -> Option<String> {
        let answer = process::output_of(Command::new(self.program).arg(self.version))?;
        answer.lines().next().map(str::to_owned)
    }

    fn plan(&self) -> String {
        apt::command_line(self.packages)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(self.packages).context(self.why)
    }
}
