//! `assure`: the long checks; half an hour and more.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::stage::Stages;

/// How long and how much.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Random dossiers on which engine and reference must not differ
    #[arg(long, default_value_t = 5_000_000)]
    dossiers: u64,
    /// Seconds of broken dossiers, and again of broken packs
    #[arg(long, default_value_t = 60)]
    fuzz_seconds: u64,
}

/// Runs all long checks; an error when one failed.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    let mut stages = Stages::default();
    stages.run("broken input", || assure(repository, "fuzz", options.fuzz_seconds));
    stages.run("engine against reference", || assure(repository, "differential", options.dossiers));
    stages.run("statistics endpoint: crashes, power cuts, load", || endpoint(repository));
    stages.finish()
}

fn assure(repository: &Repository, what: &str, amount: u64) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(repository.root());
    cargo.args(["test", "--quiet", "--release", "--package", "conformance", "--test", "assure", "--"]);
    process::run(cargo.arg(what).arg(amount.to_string()))
}

fn endpoint(repository: &Repository) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(repository.root());
    process::run(cargo.args(["test", "--quiet", "--package", "zjtx-aggregator", "--test", "assure"]))
}
