//! Bundles scripts with esbuild, which the statistics page's npm packages bring.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::repository::Repository;

/// The oldest browsers that the site is made for.
const BROWSERS: &str = "--target=chrome97,safari16,firefox102";

/// One script with all that it imports.
///
/// `start` is a path in the repository, `name` the script's name without its ending, `words` are further options.
pub(super) fn bundle(repository: &Repository, name: &str, start: &str, words: &[&str]) -> Result<Vec<u8>> {
    let file = repository.root().join(format!("target/bundled/{name}.js"));
    let mut command = Command::new(repository.statistics().join("node_modules/.bin/esbuild"));
    command.current_dir(repository.root()).arg(start);
    command.args(["--bundle", "--format=esm", "--minify", "--legal-comments=none", "--log-level=warning"]);
    // Scripts of other folders import them, too.
    command.env("NODE_PATH", repository.statistics().join("node_modules"));
    process::run(command.arg(BROWSERS).args(words).arg(format!("--outfile={}", file.display())))?;
    fs::read(&file).with_context(|| format!("esbuild made no file {}", file.display()))
}
