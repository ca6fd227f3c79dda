//! Node and the npm packages of the browser tests.

use std::fs;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Result, bail};

use super::Need;
use crate::process;
use crate::repository::Repository;

/// The oldest Node that the browser tests run on.
const OLDEST_NODE: u32 = 20;

/// Node with its package manager.
pub(crate) struct Node;

/// The packages that `tests/e2e/package-lock.json` names.
pub(crate) struct NodePackages;

impl Need for Node {
    fn name(&self) -> &'static str {
        "Node"
    }

    fn found(&self, _: &Repository) -> Option<String> {
        let version = process::output_of(Command::new("node").arg("--version"))?;
        let major: u32 = version.strip_prefix('v')?.split('.').next()?.parse().ok()?;
        process::find_on_path(&["npm"])?;
        (major >= OLDEST_NODE).then_some(version)
    }

    fn plan(&self) -> String {
        format!("please install Node {OLDEST_NODE} or newer with npm")
    }

    fn prepare(&self, _: &Repository) -> Result<()> {
        bail!("the browser tests need Node: {}", self.plan())
    }
}

impl Need for NodePackages {
    fn name(&self) -> &'static str {
        "npm packages"
    }

    /// npm writes its own list last, so a list newer than the lock file is a finished set-up.
    fn found(&self, repository: &Repository) -> Option<String> {
        let installed = modified(repository, "node_modules/.package-lock.json")?;
        let locked = modified(repository, "package-lock.json")?;
        (installed >= locked).then(|| "tests/e2e/node_modules".to_owned())
    }

    fn plan(&self) -> String {
        "npm ci in tests/e2e".to_owned()
    }

    fn prepare(&self, repository: &Repository) -> Result<()> {
        let mut command = Command::new("npm");
        command.current_dir(repository.e2e()).arg("ci");
        process::run(command.env("npm_config_cache", repository.tools().join("npm")))
    }
}

fn modified(repository: &Repository, file: &str) -> Option<SystemTime> {
    fs::metadata(repository.e2e().join(file)).ok()?.modified().ok()
}
