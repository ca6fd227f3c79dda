//! `size`: what people receive, compressed with Brotli as most hosts send it, and with gzip beside it.

use anyhow::{Result, bail};

use crate::dist::{self, Load, Loads, Sent, SiteOptions};
use crate::repository::Repository;

/// What a first load may be at most, in bytes of Brotli.
const FIRST: usize = 155_000;

/// What may come besides when a result is opened: code, style and rules.
const RESULT: usize = 250_000;

/// Builds the site, then as [`check`].
pub(crate) fn run(repository: &Repository) -> Result<()> {
    check(&dist::build(repository, &SiteOptions::default().read(None)?)?)
}

/// Prints both loads by file; an error when one is above its budget.
pub(crate) fn check(loads: &Loads) -> Result<()> {
    println!("  brotli     gzip");
    let first = hold(&loads.first, "first load", FIRST);
    hold(&loads.result, "opening a result", RESULT).and(first)
}

/// Prints files and their sum; an error where it is above the budget, in bytes of Brotli.
pub(super) fn hold(files: &[Load], name: &str, budget: usize) -> Result<()> {
    let mut sum = Sent::default();
    for (file, sent) in files {
        println!("{:>8} {:>8}  {file}", sent.brotli, sent.gzip);
        sum = Sent { brotli: sum.brotli + sent.brotli, gzip: sum.gzip + sent.gzip };
    }
    println!("{:>8} {:>8}  {name}; the budget is {budget} bytes of Brotli", sum.brotli, sum.gzip);
    if sum.brotli > budget {
        bail!("{name}: {} bytes above its budget", sum.brotli - budget);
    }
    Ok(())
}
