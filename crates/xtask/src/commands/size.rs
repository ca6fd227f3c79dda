//! `size`: what a first visit downloads, compressed with gzip.

use anyhow::{Result, bail};

use crate::dist::{self, Part, SiteOptions};
use crate::repository::Repository;

/// What a first load may be at most, in bytes of gzip.
const BUDGET: usize = 150 * 1024;

/// Builds the site, then as [`check`].
pub(crate) fn run(repository: &Repository) -> Result<()> {
    check(&dist::build(repository, &SiteOptions::default().read(None)?)?)
}

/// Prints the first load by part; an error when it is above the budget.
pub(crate) fn check(parts: &[Part]) -> Result<()> {
    for Part { name, gzip, .. } in parts {
        println!("{gzip:>8}  {name}");
    }
    let total: usize = parts.iter().map(|part| part.gzip).sum();
    println!("{total:>8}  first load, bytes of gzip; the budget is {BUDGET}");
    if total > BUDGET {
        bail!("the first load is {} bytes above its budget", total - BUDGET);
    }
    Ok(())
}
