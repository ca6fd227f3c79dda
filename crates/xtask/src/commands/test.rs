//! `test`: runs every test, from the host's to the browser's.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use clap::ValueEnum;

use super::{agreement, size};
use crate::dist::{self, SiteOptions};
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, WasmToolchain};
use crate::stage::Stages;

/// What is done.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Saves pictures of the pages in tests/e2e/shots
    #[arg(long)]
    shots: bool,
    /// Runs only this stage; may be given several times
    #[arg(long, value_enum)]
    only: Vec<Part>,
}

/// A stage.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Tests of all packages as the host compiles them
    Host,
    /// Examples in the documentation
    Documentation,
    /// Scripts without a browser
    Scripts,
    /// The site as it ships, and the bytes of its first load
    Site,
    /// Tests that run as wasm in the browser
    Wasm,
    /// Native against wasm, and the npm package
    Agreement,
    /// The whole site in the browser
    Browser,
}

/// What one core is enough for most of the time: link-time optimisation, and waiting for a browser.
const BESIDE: [Part; 3] = [Part::Site, Part::Wasm, Part::Agreement];

/// What runs meanwhile.
const MEANWHILE: [Part; 3] = [Part::Host, Part::Documentation, Part::Scripts];

impl Part {
    const fn name(self) -> &'static str {
        match self {
            Self::Host => "tests, host",
            Self::Documentation => "documentation tests",
            Self::Scripts => "tests, scripts",
            Self::Site => "site and its first load",
            Self::Wasm => "tests, wasm32 in the browser",
            Self::Agreement => "native against wasm",
            Self::Browser => "tests, whole site in the browser",
        }
    }

    /// Seconds that it took from nothing on two cores, 2026-11-30.
    const fn seconds(self) -> u64 {
        match self {
            Self::Host => 518,
            Self::Documentation => 16,
            Self::Scripts => 10,
            Self::Site => 331,
            Self::Wasm => 77,
            Self::Agreement => 116,
            Self::Browser => 397,
        }
    }

    /// The stage's name on the command line.
    fn word(self) -> String {
        self.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned())
    }

    fn run(self, repository: &Repository, shots: bool) -> Result<()> {
        match self {
            Self::Host => process::run(&mut host_tests(repository, "--no-fail-fast")),
            Self::Documentation => documentation_tests(repository),
            Self::Scripts => script_tests(repository),
            // Built once, with the endpoint that the browser's tests need; it is a word in two pages.
            Self::Site => size::check(&dist::build(repository, &SiteOptions::default().read(Some("/"))?)?),
            Self::Wasm => wasm_tests(repository),
            Self::Agreement => agreement::run(repository),
            Self::Browser => site_tests(repository, shots),
        }
    }

    /// The stage as a process of its own, of this program.
    fn apart(self, program: &Path) -> (&'static str, Command) {
        let mut command = Command::new(program);
        command.args(["test", "--only", &self.word()]);
        (self.name(), command)
    }
}

/// Runs all stages, or those that are asked for; an error when one failed.
///
/// The site is built beside the tests of the host: both take minutes, in build folders of their own.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    let mut stages = Stages::of(repository);
    for part in Part::value_variants() {
        stages.expect(part.name(), part.seconds());
    }
    if !options.only.is_empty() {
        setup::ensure(repository, &setup::all(repository)?)?;
        for part in &options.only {
            stages.run(part.name(), || part.run(repository, options.shots));
        }
        return stages.finish();
    }
    // The tests' build puts a new program in this one's place, under the same name.
    let program = env::current_exe()?;
    let built = stages.beside(vec![("tests, host: build", host_tests(repository, "--no-run"))]);
    stages.run("set-up", || setup::ensure(repository, &setup::all(repository)?));
    stages.join(built);
    let beside = stages.beside(BESIDE.map(|part| part.apart(&program)).into());
    for part in MEANWHILE {
        stages.run(part.name(), || part.run(repository, options.shots));
    }
    stages.join(beside);
    stages.run(Part::Browser.name(), || Part::Browser.run(repository, options.shots));
    stages.finish()
}

fn host_tests(repository: &Repository, how: &str) -> Command {
    let nextest = process::find_on_path(&["cargo-nextest"]).is_some();
    let words: &[&str] = if nextest {
        &["nextest", "run", "--workspace"]
    } else {
        &["test", "--workspace", "--lib", "--bins", "--tests"]
    };
    let mut command = Command::new("cargo");
    command.current_dir(repository.root()).args(words).arg(how);
    command
}

fn documentation_tests(repository: &Repository) -> Result<()> {
    // Of the whole workspace, though few packages have any: with fewer, dependencies would be built anew.
    let mut command = Command::new("cargo");
    process::run(command.current_dir(repository.root()).args(["test", "--workspace", "--doc"]))
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

/// Tests of the scripts of the officers' page, recognised firms, embedding and the list worker.
fn script_tests(repository: &Repository) -> Result<()> {
    let directory = repository.root().join("static/directory");
    [repository.statistics(), directory, repository.embed(), repository.lists()]
        .iter()
        .try_for_each(|folder| scripts_in(folder))
}

fn scripts_in(folder: &Path) -> Result<()> {
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
