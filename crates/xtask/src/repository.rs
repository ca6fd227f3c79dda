//! The repository's folders.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository that this command works on; every path is absolute.
pub(crate) struct Repository {
    root: PathBuf,
}

impl Repository {
    /// The repository that holds this package.
    pub(crate) fn here() -> Self {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.ancestors().nth(2).unwrap_or(&package).to_owned();
        Self { root }
    }

    /// The repository's top folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Tools that the set-up installs; ignored by git.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// Build output of the browser's target, apart from the host's: the compilers may differ.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.root.join("target/wasm")
    }

    /// Build output of the programs that are handed over, whose standard library is compiled with them.
    pub(crate) fn programs_target(&self) -> PathBuf {
        self.root.join("target/programs")
    }

    /// The site, ready to be copied to any static host.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The loader and the frame's end of an embedding.
    pub(crate) fn embed(&self) -> PathBuf {
        self.root.join("static/embed")
    }

    /// The script of the list worker.
    pub(crate) fn lists(&self) -> PathBuf {
        self.root.join("static/lists")
    }

    /// The officers' page 「区统计」 and its npm packages.
    pub(crate) fn statistics(&self) -> PathBuf {
        self.root.join("static/statistics")
    }

    /// The browser tests.
    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }
}

/// Removes a folder with all that is in it; one that is not there is no error.
pub(crate) fn remove_folder(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).with_context(|| format!("{} could not be removed", folder.display()))
}
