//! `zjtx-site-VERSION.zip`: the site for any static host, with what servers must be told.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use zjtx::archive::{self, Files};
use zjtx_site::{HEADERS_FILE, HeaderRules, SUMS_FILE, hash};

use super::{VERSION, servers};
use crate::dist::{self, SiteOptions};
use crate::repository::Repository;

/// Told beside the site.
const README: &str = include_str!("README.md");

/// Builds the site and its archive; returns the hash of its list of hashes, by which visitors know it.
pub(super) fn make(repository: &Repository, licences: &str, folder: &Path) -> Result<String> {
    dist::build_with(repository, &SiteOptions::default().read(None)?, Some(licences))?;
    let dist = repository.dist();
    let rules = HeaderRules::read(&dist.join(HEADERS_FILE))?;
    let mut files = Files::new();
    archive::add(&mut files, "site/", &dist)?;
    for (name, text) in [
        ("README.md", README.replace("%VERSION%", VERSION)),
        ("nginx.conf", servers::nginx(&rules)),
        ("Caddyfile", servers::caddy(&rules)),
    ] {
        files.insert(name.to_owned(), text.into_bytes());
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files.insert(name.to_owned(), fs::read(repository.root().join(name))?);
    }
    fs::write(folder.join(format!("zjtx-site-{VERSION}.zip")), archive::zip(&files)?)?;
    let sums = files.get(&format!("site/{SUMS_FILE}")).context("the site has no list of hashes")?;
    Ok(hash(sums))
}
