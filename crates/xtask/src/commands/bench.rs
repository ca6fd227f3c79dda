//! `bench`: one evaluation natively and as wasm in Node, beside its hand-written ceiling, and what the packs
//! hold in memory.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::setup::{self, WasmToolchain};

/// Counts the memory of the packs and runs the benchmark program twice: on the host and, through
/// wasm-bindgen, in Node.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    println!("== memory of a pack, with what it extends");
    let mut memory = Command::new("cargo");
    memory.current_dir(repository.root());
    memory.args(["test", "--quiet", "--package", "conformance", "--test", "memory", "--", "--nocapture"]);
    process::run(&mut memory)?;
    println!("== native");
    let mut native = Command::new("cargo");
    native.current_dir(repository.root()).args(["run", "--quiet", "--release", "--package", "zjtx-bench"]);
    process::run(&mut native)?;
    println!("== wasm, in Node");
    setup::ensure(repository, &setup::for_building(repository)?)?;
    build_wasm(repository)?;
    let mut node = Command::new("node");
    process::run(node.arg(out(repository).join("zjtx-bench.js")))
}

fn build_wasm(repository: &Repository) -> Result<()> {
    let mut build = WasmToolchain::get(repository)?.command(repository, "cargo");
    build.args(["build", "--quiet", "--release", "--package", "zjtx-bench", "--target", setup::WASM_TARGET]);
    process::run(&mut build)?;
    let program = repository.wasm_target().join(setup::WASM_TARGET).join("release/zjtx-bench.wasm");
    let mut bindgen = WasmToolchain::get(repository)?.command(repository, "wasm-bindgen");
    bindgen.args(["--target", "nodejs", "--no-typescript", "--out-dir"]).arg(out(repository)).arg(program);
    process::run(&mut bindgen)
}

fn out(repository: &Repository) -> std::path::PathBuf {
    repository.wasm_target().join("bench")
}
