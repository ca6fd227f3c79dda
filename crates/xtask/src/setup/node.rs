//! Node and the npm packages of the officers' page and of the browser tests.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Result, bail};

use super::Need;
use crate::process;
use crate::repository::Repository;

/// The oldest Node that they run on.
const OLDEST_NODE: u32 = 20;

/// Node with its package manager.
pub(crate) struct Node;

/// The packages that a folder's `package-lock.json` names.
pub(crate) struct NodePackages {
    name: &'static str,
    folder: &'static str,
}

/// The officers' page's charts, and the bundler of all scripts.
pub(crate) const STATISTICS_PACKAGES: NodePackages =
    NodePackages { name: "npm packages of the officers' page", folder: "static/statistics" };

/// What the benchmark is held against.
pub(crate) const COMPARED_PACKAGES: NodePackages =
    NodePackages { name: "npm packages of the comparison", folder: "crates/bench/zen" };

/// What the browser tests run on.
pub(crate) const TEST_PACKAGES: NodePackages =
    NodePackages { name: "npm packages of the browser tests", folder: "tests/e2e" };

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
        bail!("the officers' page and the browser tests need Node: {}", self.plan())
    }
}

impl Need for NodePackages {
    fn name(&self) -> &'static str {
        self.name
    }

    /// npm writes its own list last, so a list newer than the lock file is a finished set-up.
    fn found(&self, repository: &Repository) -> Option<String> {
        let folder = repository.root().join(self.folder);
        let installed = modified(&folder.join("node_modules/.package-lock.json"))?;
        let locked = modified(&folder.join("package-lock.json"))?;
        (installed >= locked).then(|| format!("{}/node_modules", self.folder))
    }

    fn plan(&self) -> String {
        format!("npm ci in {}", self.folder)
    }

    fn prepare(&self, repository: &Repository) -> Result<()> {
        let mut command = Command::new("npm");
        command.current_dir(repository.root().join(self.folder)).arg("ci");
        process::run(command.env("npm_config_cache", repository.tools().join("npm")))
    }
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}
