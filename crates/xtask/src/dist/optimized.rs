//! Modules as wasm-opt leaves them, which npm's package binaryen brings: the first load has a fiftieth less of bytes.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::process;
use crate::repository::Repository;

/// What the oldest browsers of the site know beyond the first version of wasm (`floor.rs`).
const KNOWN: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Passes for speed, which compress no worse than those for few bytes. Nothing but the end of a full stack lies in the
/// first kilobyte of memory, so that offsets may move into loads; functions that took in others are not optimised anew.
const PASSES: [&str; 3] = ["-O3", "--low-memory-unused", "-ocimfs=0"];

/// Sections for tools.
const STRIPPED: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

/// The module `bytes`, fewer and quicker. What was once made of them is kept: it takes seconds.
pub(super) fn optimized(repository: &Repository, bytes: &[u8]) -> Result<Vec<u8>> {
    let folder = repository.wasm_target().join("optimized");
    fs::create_dir_all(&folder)?;
    let kept = folder.join(format!("{}.wasm", known_by(repository, bytes)?));
    if !kept.is_file() {
        let [from, to] = ["from.wasm", "to.wasm"].map(|name| folder.join(name));
        fs::write(&from, bytes)?;
        let mut command = Command::new(repository.statistics().join("node_modules/.bin/wasm-opt"));
        command.args(KNOWN).args(PASSES).args(STRIPPED);
        process::run(command.arg(&from).arg("-o").arg(&to))?;
        fs::rename(&to, &kept)?;
    }
    fs::read(&kept).with_context(|| format!("{} could not be read", kept.display()))
}

/// A name that changes with the module, the options and the version of wasm-opt.
fn known_by(repository: &Repository, bytes: &[u8]) -> Result<String> {
    let packages = fs::read(repository.statistics().join("package-lock.json"))?;
    let options = [&KNOWN[..], &PASSES, &STRIPPED].concat().join(" ");
    let hash = Sha256::new().chain_update(bytes).chain_update(packages).chain_update(options);
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
