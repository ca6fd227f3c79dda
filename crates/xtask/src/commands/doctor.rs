//! `doctor`: tells what is there and what is missing, and changes nothing.

use anyhow::Result;

use crate::repository::Repository;
use crate::setup;

/// Prints one line for each tool.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    let needs = setup::all(repository)?;
    let width = needs.iter().map(|need| need.name().len()).max().unwrap_or(0);
    let mut missing = 0;
    for need in &needs {
        let found = need.found(repository);
        missing += usize::from(found.is_none());
        let text = found.unwrap_or_else(|| format!("MISSING; {}", need.plan()));
        println!("{:width$}  {text}", need.name());
    }
    if missing > 0 {
        println!("\n{missing} missing: `cargo xtask setup` prepares them");
    }
    Ok(())
}
