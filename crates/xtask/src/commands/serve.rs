//! `serve`: builds the site and serves it on the loopback address.

use anyhow::Result;

use crate::repository::Repository;
use crate::{dist, site};

/// How to serve.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Serves `dist/` until the process is stopped.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    dist::build(repository)?;
    site::serve(&repository.dist(), options.port)
}
