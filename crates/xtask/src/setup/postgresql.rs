//! PostgreSQL, of which the statistics endpoint's tests start clusters of their own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, apt};
use crate::process;
use crate::repository::Repository;

const PACKAGES: &[&str] = &["postgresql"];

/// Where Debian keeps the programs of each version, which are not on PATH.
const DEBIAN_FOLDER: &str = "/usr/lib/postgresql";

/// The programs that make and run a cluster.
pub(crate) struct PostgreSql;

fn initdb() -> Option<PathBuf> {
    let versions = fs::read_dir(DEBIAN_FOLDER).into_iter().flatten().flatten();
    let of_debian = || versions.map(|version| version.path().join("bin/initdb")).find(|file| file.is_file());
    process::find_on_path(&["initdb"]).or_else(of_debian)
}

impl Need for PostgreSql {
    fn name(&self) -> &'static str {
        "PostgreSQL"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        process::output_of(Command::new(initdb()?).arg("--version"))
    }

    fn plan(&self) -> String {
        apt::command_line(PACKAGES)
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        apt::install(PACKAGES).context("the tests of the statistics endpoint need PostgreSQL")
    }
}
