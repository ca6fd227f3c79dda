//! The officers' page: its script, and apart from it the charts, which come with the first chart.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use super::asset::Asset;
use crate::process;
use crate::repository::Repository;

/// Scripts by the name that they have in the site, and where they start.
const SCRIPTS: &[(&str, &str)] = &[("page", "page/main.js"), ("charts", "charts.js")];

/// The oldest browsers that the site is made for.
const BROWSERS: &str = "--target=chrome96,safari15";

/// Bundles the scripts with esbuild, each alone and only with what it uses; returns them with the style.
pub(crate) fn build(repository: &Repository) -> Result<Vec<Asset>> {
    let mut assets = vec![Asset::new("officers/officers.css", read(repository, "officers.css")?)];
    for (name, start) in SCRIPTS {
        assets.push(Asset::new(format!("officers/{name}.js"), bundle(repository, name, start, &[])?));
    }
    Ok(assets)
}

/// One script with all that it imports; `start` is seen from the officers' folder.
pub(crate) fn bundle(repository: &Repository, name: &str, start: &str, words: &[&str]) -> Result<Vec<u8>> {
    let file = repository.root().join(format!("target/officers/{name}.js"));
    let mut command = Command::new("node_modules/.bin/esbuild");
    command.current_dir(repository.officers()).arg(start);
    command.args(["--bundle", "--format=esm", "--minify", "--legal-comments=none", "--log-level=warning"]);
    process::run(command.arg(BROWSERS).args(words).arg(format!("--outfile={}", file.display())))?;
    fs::read(&file).with_context(|| format!("esbuild made no file {}", file.display()))
}

fn read(repository: &Repository, name: &str) -> Result<Vec<u8>> {
    let file = repository.officers().join(name);
    fs::read(&file).with_context(|| format!("{} could not be read", file.display()))
}
