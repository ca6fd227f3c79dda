//! `size`: what a first visit downloads, compressed with gzip.

use anyhow::{Result, bail};

use crate::dist::{self, Part};
use crate::repository::Repository;

/// What a first load should be at most, in bytes of gzip.
const BUDGET: usize = 150 * 1024;

/// What it may not pass meanwhile: it is above its budget, and this is only ever lowered
/// (docs/decisions/2026-11-22-first-load.md).
const CEILING: usize = 350_000;

/// Prints the first load by part; an error when it is above the ceiling.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    let parts = dist::build(repository)?;
    for Part { name, gzip, .. } in &parts {
        println!("{gzip:>8}  {name}");
    }
    let total: usize = parts.iter().map(|part| part.gzip).sum();
    println!("{total:>8}  first load, bytes of gzip; the budget is {BUDGET}");
    if total > BUDGET {
        println!("{:>8}  above the budget; the ceiling until it is reached is {CEILING}", total - BUDGET);
    }
    if total > CEILING {
        bail!("the first load grew {} bytes above its ceiling of {CEILING}", total - CEILING);
    }
    Ok(())
}
