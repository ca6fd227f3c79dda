//! `assure`: the long checks; half an hour and more.

mod deployment;
mod publish;
mod reproducible;

use std::process::Command;

use anyhow::Result;

use crate::dist::{self, SiteOptions};
use crate::process;
use crate::release::Part;
use crate::repository::Repository;
use crate::setup;
use crate::stage::Stages;

/// What, how long and how much.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Runs only this check; may be given several times
    #[arg(long, value_enum)]
    only: Vec<Check>,
    /// Random dossiers on which engine and reference must not differ
    #[arg(long, default_value_t = 5_000_000)]
    dossiers: u64,
    /// Random dossiers on which advice is tried
    #[arg(long, default_value_t = 1_000_000)]
    advised: u64,
    /// Random rows of each pack on which batch and single evaluation must not differ
    #[arg(long, default_value_t = 200_000)]
    rows: u64,
    /// Seconds of broken dossiers, of broken packs, and of evaluation by mutants of packs
    #[arg(long, default_value_t = 60)]
    fuzz_seconds: u64,
    /// Engine and reference, batch and single evaluation on this pack only; may be given several times
    #[arg(long = "pack")]
    packs: Vec<String>,
    /// Where the random input begins; takes up an interrupted run, or makes it another one
    #[arg(long, default_value_t = 3_000)]
    seed: u64,
    /// Parts of the release that are built twice; may be given several times
    #[arg(long = "part", value_enum)]
    parts: Vec<Part>,
}

/// A long check.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Check {
    /// Broken dossiers, broken packs, mutants of packs
    Fuzz,
    /// Engine against reference
    Differential,
    /// Gaps, routes and slack
    Advice,
    /// Many firms at once against one by one
    Batch,
    /// Report and officers' sheet built with a province that is added from fixtures alone
    Province,
    /// The statistics endpoint: crashes, power cuts, load
    Endpoint,
    /// The journeys of people in Chromium, WebKit and Firefox
    Engines,
    /// Two builds of the last commit, which must be the same to the byte
    Reproducible,
    /// Packages as registries would get them
    Publish,
    /// The steps of docs/deployment.md in a newly installed system
    Deployment,
}

/// Runs the long checks; an error when one failed.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    let mut stages = Stages::of(repository);
    let Options { only, dossiers, advised, rows, fuzz_seconds, packs, seed, parts } = options;
    let wanted = |check: Check| only.is_empty() || only.contains(&check);
    if wanted(Check::Fuzz) {
        stages.run("broken dossiers", || assure(repository, "fuzz-dossiers", *fuzz_seconds, *seed, &[]));
        stages.run("broken packs", || assure(repository, "fuzz-packs", *fuzz_seconds, *seed, &[]));
        stages.run("evaluation by mutants", || {
            assure(repository, "fuzz-evaluation", *fuzz_seconds, *seed, &[])
        });
    }
    if wanted(Check::Differential) {
        stages
            .run("engine against reference", || assure(repository, "differential", *dossiers, *seed, packs));
    }
    if wanted(Check::Advice) {
        stages.run("advice", || assure(repository, "advice", *advised, *seed, &[]));
    }
    if wanted(Check::Batch) {
        stages.run("batch against single evaluation", || assure(repository, "batch", *rows, *seed, packs));
    }
    if wanted(Check::Province) {
        stages.run("a province from fixtures alone", || province(repository));
    }
    if wanted(Check::Endpoint) {
        stages.run("statistics endpoint: crashes, power cuts, load", || endpoint(repository));
    }
    if wanted(Check::Engines) {
        stages.run("journeys in three engines", || engines(repository));
    }
    if wanted(Check::Reproducible) {
        stages.run("the same bytes from two builds", || reproducible::run(repository, parts));
    }
    if wanted(Check::Deployment) {
        stages.run("the documented deployment", || deployment::run(repository));
    }
    if wanted(Check::Publish) {
        stages.run("publishing, tried", || publish::run(repository));
    }
    stages.finish()
}

/// Builds the site, with the endpoint that its officers' page needs, and goes through it in each engine.
fn engines(repository: &Repository) -> Result<()> {
    setup::ensure(repository, &setup::all(repository)?)?;
    setup::ensure(repository, &setup::for_engines())?;
    dist::build(repository, &SiteOptions::default().read(Some("/"))?)?;
    let mut node = Command::new("node");
    node.current_dir(repository.e2e()).arg("engines/run.mjs");
    setup::equip(&mut node, repository)?;
    setup::engines::equip(&mut node, repository)?;
    process::run(&mut node)
}

/// Tests of report and officers' sheet, compiled with rules that have the province.
fn province(repository: &Repository) -> Result<()> {
    let rules = tempfile::tempdir()?;
    conformance::province::write(rules.path());
    let mut cargo = Command::new("cargo");
    cargo.current_dir(repository.root()).env("ZJTX_RULES", rules.path());
    cargo.args(["nextest", "run", "--package", "zjtx-aggregator", "counted_pack"]);
    process::run(&mut cargo)
}

fn assure(repository: &Repository, check: &str, amount: u64, seed: u64, packs: &[String]) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(repository.root());
    cargo.args(["test", "--quiet", "--release", "--package", "conformance", "--test", "assure", "--"]);
    process::run(cargo.args([check, &amount.to_string(), &seed.to_string()]).args(packs))
}

/// With the profile of what is handed over: rates and times are asked of that.
fn endpoint(repository: &Repository) -> Result<()> {
    setup::ensure(repository, &setup::for_endpoint())?;
    let mut cargo = Command::new("cargo");
    cargo.current_dir(repository.root()).args(["test", "--quiet", "--profile", "programs"]);
    process::run(cargo.args(["--package", "zjtx-aggregator", "--test", "assure"]))
}
