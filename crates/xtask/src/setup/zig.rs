//! Zig as C compiler and linker for other systems, and Cargo's way to it; both from Python's package index.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::Need;
use crate::process;
use crate::repository::Repository;

/// The compiler and the way to it, in the versions that releases are made with.
const PACKAGES: [&str; 2] = ["ziglang==0.17.1", "cargo-zigbuild==0.24.1"];

/// The compiler for the programs of a release.
pub(crate) struct Zig;

/// The one that releases are made with.
pub(crate) const ZIG: Zig = Zig;

impl Zig {
    /// Cargo's way to it.
    pub(crate) fn cargo(&self, repository: &Repository) -> PathBuf {
        repository.tools().join("zig/bin/cargo-zigbuild")
    }

    /// The Python that has it.
    pub(crate) fn python(&self, repository: &Repository) -> PathBuf {
        repository.tools().join("zig/bin/python3")
    }
}

impl Need for Zig {
    fn name(&self) -> &'static str {
        "zig"
    }

    fn found(&self, repository: &Repository) -> Option<String> {
        let answer = process::output_of(Command::new(self.python(repository)).args(["-m", "pip", "freeze"]))?;
        PACKAGES
            .iter()
            .all(|package| answer.lines().any(|line| line == *package))
            .then(|| PACKAGES.join(", "))
    }

    fn plan(&self) -> String {
        format!("pip installs {} into .tools/zig (a minute; needs python3 with venv)", PACKAGES.join(" and "))
    }

    fn prepare(&self, repository: &Repository) -> Result<()> {
        let folder = repository.tools().join("zig");
        process::run(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        let mut pip = Command::new(self.python(repository));
        process::run(
            pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES),
        )
    }
}
