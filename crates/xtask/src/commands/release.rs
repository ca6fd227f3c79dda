//! `release`: everything that is handed over with a version, in one folder.

use anyhow::Result;

use crate::release::{self, Part};
use crate::repository::Repository;

/// Which parts.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Makes only this part; may be given several times
    #[arg(long, value_enum)]
    only: Vec<Part>,
}

/// Makes the release folder and says where it is.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    let folder = release::make(repository, &options.only)?;
    println!("the release is in {}", folder.display());
    Ok(())
}
