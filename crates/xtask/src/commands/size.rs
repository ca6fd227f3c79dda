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
    let first = print(&loads.first, "first load", FIRST);
    let result = print(&loads.result, "a result is opened, besides", RESULT);
    for (name, sum, budget) in [("the first load", first, FIRST), ("opening a result", result, RESULT)] {
        if sum > budget {
            bail!("{name} is {} bytes above its budget", sum - budget);
        }
    }
    Ok(())
}

/// Prints files and their sum; returns the sum in bytes of Brotli.
fn print(files: &[Load], name: &str, budget: usize) -> usize {
    let mut sum = Sent::default();
    for (file, sent) in files {
        println!("{:>8} {:>8}  {file}", sent.brotli, sent.gzip);
        sum = Sent { brotli: sum.brotli + sent.brotli, gzip: sum.gzip + sent.gzip };
    }
    println!("{:>8} {:>8}  {name}; the budget is {budget} bytes of Brotli", sum.brotli, sum.gzip);
    sum.brotli
}
