//! Buildah, which makes the container image of a release.

use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, apt};
use crate::process;
use crate::repository::Repository;

const PACKAGES: &[&str] = &["buildah"];

/// Builds images without a running service.
pub(crate) struct Buildah;

impl Need for Buildah {
    fn name(&self) -> &'static str {
        "Buildah"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        process::output_of(Command::new("buildah").arg("--version"))
    }

    fn plan(&self) -> String {
        apt::command_line(PACKAGES)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(PACKAGES).context("the container image of a release needs Buildah")
    }
}
