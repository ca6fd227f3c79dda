//! `release.json`: from which commit the site was built, as page 「关于」 tells it.

use std::process::Command;

use serde_json::json;

use super::asset::Asset;
use crate::process;
use crate::repository::Repository;

/// Its name in the site.
const NAME: &str = "pkg/release.json";

/// The page of third-party licences.
pub(super) const LICENCES: &str = "pkg/licences.html";

/// The file; the commit is empty where the sources are no git repository.
pub(super) fn asset(repository: &Repository, has_licences: bool) -> Asset {
    let commit = commit(repository).unwrap_or_default();
    let changed = !commit.is_empty() && changes(repository).is_none_or(|files| !files.is_empty());
    let origin = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "commit": commit,
        "changed": changed,
        "licences": has_licences,
    });
    Asset::new(NAME, format!("{origin}\n").into_bytes())
}

/// The commit of the sources; `None` where they are no git repository.
pub(crate) fn commit(repository: &Repository) -> Option<String> {
    git(repository, &["rev-parse", "HEAD"])
}

/// The time of the commit, in seconds since 1970.
pub(crate) fn time(repository: &Repository) -> Option<String> {
    git(repository, &["log", "-1", "--format=%ct"])
}

/// Files that are not as the commit has them, a line for each.
pub(crate) fn changes(repository: &Repository) -> Option<String> {
    git(repository, &["status", "--porcelain"])
}

fn git(repository: &Repository, words: &[&str]) -> Option<String> {
    process::output_of(Command::new("git").current_dir(repository.root()).args(words))
}
