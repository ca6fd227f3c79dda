//! `test`: runs every test, from formatting to the browser.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{agreement, fmt, lint, size};
use crate::dist::{self, SiteOptions};
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, WasmToolchain};
use crate::stage::Stages;

/// What is done besides.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Saves pictures of the pages in tests/e2e/shots
    #[arg(long)]
    shots: bool,
}

/// Runs all stages; an error when one failed.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    let mut stages = Stages::default();
    stages.run("set-up", || setup::ensure(repository, &setup::all(repository)?));
    stages.run("format", || fmt::check(repository));
    stages.run("clippy, host", || lint::on_host(repository));
    stages.run("clippy, wasm32", || lint::on_wasm(repository));
    stages.run("tests, host", || host_tests(repository));
    stages.run("documentation tests", || documentation_tests(repository));
    stages.run("tests, wasm32 in the browser", || wasm_tests(repository));
    stages.run("tests, officers' page", || script_tests(&repository.statistics()));
    stages.run("tests, recognised firms", || script_tests(&repository.root().join("static/directory")));
    stages.run("tests, embedding", || script_tests(&repository.embed()));
    stages.run("tests, list worker's script", || script_tests(&repository.lists()));
    stages.run("native against wasm", || agreement::run(repository));
    // Built once, with the endpoint that the browser's tests need; it is a word in two pages.
    stages.run("site and its first load", || {
        size::check(&dist::build(repository, &SiteOptions::default().read(Some("/"))?)?)
    });
    stages.run("tests, whole site in the browser", || site_tests(repository, options.shots));
    stages.finish()
}

fn host_tests(repository: &Repository) -> Result<()> {
    let nextest = process::find_on_path(&["cargo-nextest"]).is_some();
    let words: &[&str] = if nextest {
        &["nextest", "run", "--workspace", "--no-fail-fast"]
    } else {
        &["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--tests"]
    };
    cargo(repository, words)
}

fn documentation_tests(repository: &Repository) -> Result<()> {
    // Of the whole workspace, though few packages have any: with fewer, dependencies would be built anew.
    cargo(repository, &["test", "--workspace", "--doc"])
}

fn cargo(repository: &Repository, words: &[&str]) -> Result<()> {
    let mut command = Command::new("cargo");
    process::run(command.current_dir(repository.root()).args(words))
}

fn wasm_tests(repository: &Repository) -> Result<()> {
    wasm_test(repository, &["--package", "zjtx-app", "--lib"])?;
    wasm_test(repository, &["--package", "zjtx-wire", "--test", "parity"])
}

fn wasm_test(repository: &Repository, chosen: &[&str]) -> Result<()> {
    let mut command = WasmToolchain::get(repository)?.command(repository, "cargo");
    command
        .args(["test", "--target", setup::WASM_TARGET])
        .args(chosen)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", repository.e2e().join("webdriver.json"));
    setup::equip(&mut command, repository)?;
    process::run(&mut command)
}

/// Runs the tests of the scripts in a folder.
fn script_tests(folder: &Path) -> Result<()> {
    let mut command = Command::new("node");
    process::run(command.current_dir(folder).args(["--test", "test/"]))
}

fn site_tests(repository: &Repository, shots: bool) -> Result<()> {
    let mut command = Command::new("node");
    command.current_dir(repository.e2e()).args(["run.mjs", "--as-built"]);
    command.args(shots.then_some("--shots"));
    setup::equip(&mut command, repository)?;
    process::run(&mut command)
}
