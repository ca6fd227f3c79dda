//! `dist`: builds the site.

use anyhow::Result;

use crate::dist::{self, SiteOptions};
use crate::repository::Repository;

/// How to build.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Address of the statistics endpoint: `/` where the site's own server has it; without it the
    /// settings' own
    #[arg(long, value_parser = dist::endpoint)]
    endpoint: Option<String>,
    #[command(flatten)]
    site: SiteOptions,
}

/// Builds the site into `dist/` and says so.
pub(crate) fn run(repository: &Repository, options: Options) -> Result<()> {
    dist::build(repository, &options.site.read(options.endpoint.as_deref())?)?;
    println!("the site is in {}", repository.dist().display());
    Ok(())
}
