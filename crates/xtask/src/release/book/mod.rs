//! `zjtx-docs-VERSION.zip`: the documents as pages of a static site, by mdBook.

mod links;
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use zjtx::archive::{self, Files};

use super::VERSION;
use crate::process;
use crate::repository::{Repository, remove_folder};
use crate::setup;

/// How mdBook makes the pages; code blocks have no button that would ask another site to run them.
const SETTINGS: &str = include_str!("book.toml");

/// Told beside the pages.
const README: &str = include_str!("README.md");

/// Makes the archive.
pub(super) fn make(repository: &Repository, folder: &Path) -> Result<()> {
    let pages = build(repository)?;
    links::check(&pages)?;
    let mut files = Files::new();
    archive::add(&mut files, "docs/", &pages)?;
    files.insert("README.md".to_owned(), README.replace("%VERSION%", VERSION).into_bytes());
    Ok(fs::write(folder.join(format!("zjtx-docs-{VERSION}.zip")), archive::zip(&files)?)?)
}

/// Builds the pages; returns their folder.
fn build(repository: &Repository) -> Result<PathBuf> {
    setup::ensure(repository, &vec![Box::new(setup::mdbook())])?;
    let folder = repository.root().join("target/book");
    remove_folder(&folder)?;
    source::lay_out(repository.root(), &folder.join("src"))?;
    fs::write(folder.join("book.toml"), SETTINGS)?;
    process::run(setup::mdbook().command(repository).arg("build").arg(&folder))?;
    Ok(folder.join("html"))
}
