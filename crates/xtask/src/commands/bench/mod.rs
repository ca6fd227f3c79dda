//! `bench`: one evaluation and many at once, natively and as wasm in Node, beside a hand-written ceiling, another rule
//! engine and mere reading and writing; what the packs hold in memory, and how many instructions it takes.

mod instructions;
mod sheets;
mod zen;

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::setup::{self, WasmToolchain};

/// What is measured.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Measures only this; may be given several times
    #[arg(long, value_enum)]
    only: Vec<Part>,
    /// Keeps the numbers of instructions as those that later ones are held against
    #[arg(long)]
    record: bool,
    /// Another build of `zjtx`, such as an older commit's, that judges CSV in turn with this one
    #[arg(long, value_name = "PROGRAM")]
    beside: Option<PathBuf>,
}

/// A part of the measurement.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// What the packs hold
    Memory,
    /// One evaluation, advice, and many at once
    Native,
    /// The same as wasm, in Node
    Wasm,
    /// Instructions by Callgrind, held against those on record
    Instructions,
    /// One evaluation in Node beside zen-engine
    Zen,
    /// `zjtx batch` beside merely reading and writing the workbooks, and on CSV
    Sheets,
}

/// Measures what was asked for, or everything.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    let wanted = |part: Part| options.only.is_empty() || options.only.contains(&part);
    if wanted(Part::Memory) {
        memory(repository)?;
    }
    if wanted(Part::Native) {
        println!("== native");
        process::run(cargo(repository).args(["run", "--quiet", "--release", "--package", PACKAGE]))?;
    }
    if wanted(Part::Wasm) {
        wasm(repository)?;
    }
    if wanted(Part::Instructions) {
        instructions::run(repository, options.record)?;
    }
    if wanted(Part::Zen) {
        zen::run(repository)?;
    }
    if wanted(Part::Sheets) {
        sheets::run(repository, options.beside.as_deref())?;
    }
    Ok(())
}

/// The package of the benchmark and its program.
const PACKAGE: &str = "zjtx-bench";

fn memory(repository: &Repository) -> Result<()> {
    println!("== memory of a pack, with what it extends");
    let mut memory = cargo(repository);
    memory.args(["test", "--quiet", "--package", "conformance", "--test", "memory", "--", "--nocapture"]);
    process::run(&mut memory)
}

fn wasm(repository: &Repository) -> Result<()> {
    println!("== wasm, in Node");
    setup::ensure(repository, &setup::for_building(repository)?)?;
    let mut build = WasmToolchain::get(repository)?.command(repository, "cargo");
    build.args(["build", "--quiet", "--release", "--package", PACKAGE, "--bin", PACKAGE]);
    process::run(build.args(["--target", setup::WASM_TARGET]))?;
    let program = repository.wasm_target().join(setup::WASM_TARGET).join("release/zjtx-bench.wasm");
    let out = repository.wasm_target().join("bench");
    let mut bindgen = WasmToolchain::get(repository)?.command(repository, "wasm-bindgen");
    bindgen.args(["--target", "nodejs", "--no-typescript", "--out-dir"]).arg(&out).arg(program);
    process::run(&mut bindgen)?;
    process::run(Command::new("node").arg(out.join("zjtx-bench.js")))
}

/// Builds a program for the host; where it is.
fn built(repository: &Repository, package: &str) -> Result<PathBuf> {
    process::run(cargo(repository).args(["build", "--quiet", "--release", "--package", package]))?;
    Ok(repository.root().join("target/release"))
}

fn cargo(repository: &Repository) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(repository.root());
    cargo
}
