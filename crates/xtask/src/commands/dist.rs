//! `dist`: builds the site.

use anyhow::Result;

use crate::dist::{self, Endpoint};
use crate::repository::Repository;

/// How to build.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Address of the statistics endpoint: `/` where the site's own server has it; without it the
    /// site has no statistics
    #[arg(long)]
    endpoint: Option<Endpoint>,
}

/// Builds the site into `dist/` and says so.
pub(crate) fn run(repository: &Repository, options: Options) -> Result<()> {
    dist::build(repository, &options.endpoint.unwrap_or_default())?;
    println!("the site is in {}", repository.dist().display());
    Ok(())
}
