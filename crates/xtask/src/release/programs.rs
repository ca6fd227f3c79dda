//! `zjtx` and `zjtx-aggregator` as programs that need nothing but the system they are made for.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::repository::Repository;
use crate::setup::{self, ZIG};

/// A system for which programs are made.
pub(super) struct Target {
    pub(super) triple: &'static str,
    /// What the files are called after their program.
    system: &'static str,
}

/// All systems.
pub(super) const TARGETS: [Target; 1] =
    [Target { triple: "x86_64-unknown-linux-musl", system: "linux-x86_64" }];

/// The packages, which are called as their programs.
const PROGRAMS: [&str; 2] = ["zjtx", "zjtx-aggregator"];

/// The profile of `Cargo.toml` for them.
const PROFILE: &str = "programs";

/// The standard library is compiled too: not every set-up can add its targets.
const LIBRARY: [&str; 2] = ["-Z", "build-std=std,panic_abort"];

/// The linker's own start files, and no library that would have to be there.
const STATIC: &str = "-Clink-self-contained=no -Ctarget-feature=+crt-static";

/// Compiles the programs of a system into the release folder.
pub(super) fn make(repository: &Repository, target: &Target, folder: &Path) -> Result<()> {
    setup::ensure(repository, &vec![Box::new(ZIG)])?;
    process::run(&mut command(repository, target)?)?;
    let built = repository.programs_target().join(target.triple).join(PROFILE);
    for name in PROGRAMS {
        let to = folder.join(format!("{name}-{}", target.system));
        fs::copy(built.join(name), to).with_context(|| format!("the compiler made no {name}"))?;
    }
    Ok(())
}

fn command(repository: &Repository, target: &Target) -> Result<Command> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = [ZIG.folder(repository)].into_iter().chain(env::split_paths(&inherited));
    let mut command = Command::new("cargo");
    command.current_dir(repository.root()).env("PATH", env::join_paths(folders)?);
    command.args(["zigbuild", "--profile", PROFILE, "--target", target.triple]).args(LIBRARY);
    for name in PROGRAMS {
        command.args(["--package", name]);
    }
    command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_DIR", repository.programs_target());
    command.env("RUSTFLAGS", format!("{STATIC} {}", repository.remapped()?));
    Ok(command)
}
