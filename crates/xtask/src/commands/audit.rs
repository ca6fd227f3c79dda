//! `audit`: licences, sources and known weaknesses of every dependency (deny.toml).

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::setup;

/// How much is looked at.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Leaves out the advisories, whose database is fetched over the network
    #[arg(long)]
    offline: bool,
}

/// Holds the dependencies to deny.toml; an error names what does not belong.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    setup::ensure(repository, &vec![Box::new(setup::cargo_deny())])?;
    let mut command = setup::cargo_deny().command(repository);
    command.current_dir(repository.root()).arg("check").args(checks(options.offline));
    process::run(&mut command)
}

/// Each check by its name for cargo-deny.
fn checks(offline: bool) -> &'static [&'static str] {
    if offline { &["bans", "licenses", "sources"] } else { &["advisories", "bans", "licenses", "sources"] }
}
