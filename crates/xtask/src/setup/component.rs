//! Cargo's companions on the host: the formatter and the linter.

use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, apt, rustup};
use crate::process;
use crate::repository::Repository;

/// A cargo subcommand that comes with the compiler but not in every installation.
pub(crate) struct Component {
    /// Its name for rustup and for people.
    name: &'static str,
    subcommand: &'static str,
    debian_package: &'static str,
}

/// The formatter.
pub(crate) const RUSTFMT: Component =
    Component { name: "rustfmt", subcommand: "fmt", debian_package: "rustfmt-web" };

/// The linter.
pub(crate) const CLIPPY: Component =
    Component { name: "clippy", subcommand: "clippy", debian_package: "rust-web-clippy" };

impl Need for Component {
    fn name(&self) -> &'static str {
        self.name
    }

    fn found(&self, _: &Repository) -> Option<String> {
        process::output_of(Command::new("cargo").args([self.subcommand, "--version"]))
    }

    fn plan(&self) -> String {
        format!("rustup component add {}, or else Debian's {}", self.name, self.debian_package)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        if rustup::add("component", self.name) {
            return Ok(());
        }
        apt::install(&[self.debian_package])
            .with_context(|| format!("`rustup component add {}` failed", self.name))
    }
}
