//! `serve`: builds the site and serves it, with the statistics endpoint, on the loopback address.

use std::os::unix::process::CommandExt;
use std::process::Command;

use anyhow::{Context, Result};

use crate::dist::{self, SiteOptions};
use crate::repository::Repository;

/// How to serve.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serves dist/ as it stands, without building it, and so with the settings that it was built with
    #[arg(long, conflicts_with = "site")]
    as_built: bool,
    #[command(flatten)]
    site: SiteOptions,
}

/// Serves `dist/` until the process is stopped; an own database below `target/` is set up by itself.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    if !options.as_built {
        dist::build(repository, &options.site.read(Some("/"))?)?;
    }
    let mut server = Command::new("cargo");
    server.current_dir(repository.root()).args([
        "run",
        "--quiet",
        "--package",
        "zjtx-aggregator",
        "--",
        "serve",
    ]);
    server.env("ZJTX_LISTEN", format!("127.0.0.1:{}", options.port));
    server.env("ZJTX_SITE", repository.dist());
    server.env("ZJTX_DATABASE", repository.root().join("target/serve/statistics.db"));
    server.env("ZJTX_KEYS", repository.root().join("target/serve/keys"));
    // The server takes this process's place, so that whoever stops one stops the other.
    Err(server.exec()).context("the server could not be started")
}
