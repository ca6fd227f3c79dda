//! `dist`: builds the site.

use anyhow::Result;

use crate::dist;
use crate::repository::Repository;

/// Builds the site into `dist/` and says so.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    dist::build(repository)?;
    println!("the site is in {}", repository.dist().display());
    Ok(())
}
