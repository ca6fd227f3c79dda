//! The commands, one file each.

mod agreement;
mod assure;
mod audit;
mod bench;
mod dist;
mod doctor;
mod fmt;
mod lint;
mod package;
mod perf;
mod release;
mod serve;
mod size;
mod test;

use anyhow::Result;

use crate::repository::Repository;

/// Builds, serves, measures and tests zjtx. Each command first prepares what it needs and is missing.
#[derive(clap::Parser)]
#[command(bin_name = "cargo xtask")]
pub(crate) enum Command {
    /// Tells which tools are there and which are missing
    Doctor,
    /// Prepares every tool that the other commands need
    Setup,
    /// Builds the site into dist/
    Dist(dist::Options),
    /// Builds the site and serves it on this machine only
    Serve(serve::Options),
    /// Runs every test, the browser's included
    Test(test::Options),
    /// Formats the Rust code
    Fmt,
    /// Looks at the formatting and runs clippy with warnings denied, on the host and on wasm32
    Lint,
    /// Runs the long checks: millions of random dossiers, minutes of broken input, releases built twice
    Assure(assure::Options),
    /// Holds the dependencies to deny.toml: licences, sources, advisories
    Audit(audit::Options),
    /// Measures evaluation, one by one and many at once, beside what is comparable
    Bench(bench::Options),
    /// Measures the first load, by part; an error above the budget
    Size,
    /// Builds the npm package into pkg/ and tests it; an error above its budget
    Package,
    /// Makes everything that is handed over with a version, in one folder; of a commit, not of changed files
    Release(release::Options),
    /// Counts the answers that settle every level; measures typing and the first load in a slowed browser
    Perf,
}

impl Command {
    /// Runs the command that was chosen.
    pub(crate) fn run(self) -> Result<()> {
        let repository = &Repository::here();
        match self {
            Self::Doctor => doctor::run(repository),
            Self::Setup => crate::setup::ensure(repository, &crate::setup::all(repository)?),
            Self::Dist(options) => dist::run(repository, options),
            Self::Serve(options) => serve::run(repository, &options),
            Self::Test(options) => test::run(repository, &options),
            Self::Fmt => fmt::run(repository),
            Self::Lint => lint::run(repository),
            Self::Assure(options) => assure::run(repository, &options),
            Self::Audit(options) => audit::run(repository, &options),
            Self::Bench(options) => bench::run(repository, &options),
            Self::Size => size::run(repository),
            Self::Package => package::run(repository),
            Self::Release(options) => release::run(repository, &options),
            Self::Perf => perf::run(repository),
        }
    }
}
