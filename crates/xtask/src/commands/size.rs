//! `size`: what people receive, compressed with Brotli as most hosts send it, and with gzip beside it.

use anyhow::{Result, bail};

use crate::dist::{self, Load, Loads, Sent, SiteOptions};
use crate::repository::Repository;

/// Most bytes that some files may have together, compressed by one way.
#[derive(Clone, Copy)]
pub(super) enum Budget {
    Brotli(usize),
    Gzip(usize),
}

/// What a first load may be at most.
const FIRST: Budget = Budget::Brotli(155_000);

/// What may come besides when a result is opened: code, style and rules.
const RESULT: Budget = Budget::Brotli(250_000);

/// What may come besides on sites that use blind tokens.
const TOKENS: Budget = Budget::Gzip(20 * 1024);

/// Builds the site, then as [`check`].
pub(crate) fn run(repository: &Repository) -> Result<()> {
    check(&dist::build(repository, &SiteOptions::default().read(None)?)?)
}

/// Prints all loads by file; an error when one is above its budget.
pub(crate) fn check(loads: &Loads) -> Result<()> {
    println!("  brotli     gzip");
    let held = [
        hold(&loads.first, "first load", FIRST),
        hold(&loads.result, "opening a result", RESULT),
        hold(&loads.tokens, "blind tokens", TOKENS),
    ];
    held.into_iter().collect()
}

/// Prints files and their sum; an error where there are none, or where the sum is above the budget.
pub(super) fn hold(files: &[Load], name: &str, budget: Budget) -> Result<()> {
    let mut sum = Sent::default();
    for (file, sent) in files {
        println!("{:>8} {:>8}  {file}", sent.brotli, sent.gzip);
        sum = Sent { brotli: sum.brotli + sent.brotli, gzip: sum.gzip + sent.gzip };
    }
    let (bytes, most, way) = match budget {
        Budget::Brotli(most) => (sum.brotli, most, "Brotli"),
        Budget::Gzip(most) => (sum.gzip, most, "gzip"),
    };
    println!("{:>8} {:>8}  {name}; the budget is {most} bytes of {way}", sum.brotli, sum.gzip);
    if files.is_empty() {
        bail!("{name}: the site has none of its files");
    }
    if bytes > most {
        bail!("{name}: {} bytes above its budget", bytes - most);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Budget, Sent, hold};

    #[test]
    fn files_are_counted_together_by_the_budgets_own_way() {
        let files = [10, 11].map(|gzip| (String::new(), Sent { brotli: 10, gzip }));
        assert!(hold(&files, "two files", Budget::Brotli(20)).is_ok());
        assert!(hold(&files, "two files", Budget::Gzip(21)).is_ok());
        let error = hold(&files, "two files", Budget::Gzip(20)).expect_err("one byte too many");
        assert!(error.to_string().contains("1 bytes above"), "{error}");
        assert!(hold(&[], "no files", Budget::Gzip(20)).is_err());
    }
}
