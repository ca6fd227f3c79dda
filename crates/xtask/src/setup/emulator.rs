//! The emulator in which a release tries its programs for another processor.

use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, apt};
use crate::process;
use crate::repository::Repository;

const PACKAGES: &[&str] = &["qemu-user-static"];

/// QEMU for single programs.
pub(crate) struct Emulator;

/// The emulator of a processor.
pub(crate) fn of(processor: &str) -> String {
    format!("qemu-{processor}-static")
}

impl Need for Emulator {
    fn name(&self) -> &'static str {
        "QEMU"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        let answer = process::output_of(Command::new(of("aarch64")).arg("--version"))?;
        answer.lines().next().map(str::to_owned)
    }

    fn plan(&self) -> String {
        apt::command_line(PACKAGES)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(PACKAGES).context("a release tries its programs for ARM64 in QEMU")
    }
}
