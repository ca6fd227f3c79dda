//! The compiler for the browser's target: rustup's where it can be had, else Debian's.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, debian_sysroot, rustup};
use crate::process;
use crate::repository::Repository;

/// The target that browsers run.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Variables that would lead a child to the compiler that built this command.
const INHERITED: &[&str] = &["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH"];

/// A compiler that has the browser's target.
pub(crate) enum WasmToolchain {
    /// The compiler on PATH.
    Host,
    /// Debian's compiler with the sysroot of links in this folder.
    Debian(PathBuf),
}

/// The browser's target as a thing to prepare.
pub(crate) struct WasmTarget;

impl WasmToolchain {
    /// The toolchain that was prepared; an error when none was.
    pub(crate) fn get(repository: &Repository) -> Result<Self> {
        Self::find(repository)
            .with_context(|| format!("{WASM_TARGET} is missing; `cargo xtask setup` prepares it"))
    }

    /// A command that compiles with this toolchain into the wasm target folder.
    pub(crate) fn command(&self, repository: &Repository, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(repository.root())
            .env("PATH", self.path(repository))
            .env("CARGO_TARGET_DIR", repository.wasm_target())
            .env("WASM_PACK_CACHE", repository.tools().join("cache"));
        if let Self::Debian(sysroot) = self {
            // Clippy's driver replaces the compiler's wrapper and asks this variable.
            command.env("SYSROOT", sysroot);
            for name in INHERITED {
                command.env_remove(name);
            }
        }
        command
    }

    fn find(repository: &Repository) -> Option<Self> {
        if host_has_target() {
            return Some(Self::Host);
        }
        debian_sysroot::current(repository).map(Self::Debian)
    }

    fn path(&self, repository: &Repository) -> OsString {
        let mut folders = vec![repository.tools().join("bin")];
        if let Self::Debian(sysroot) = self {
            folders.push(sysroot.join("bin"));
        }
        let inherited = env::var_os("PATH").unwrap_or_default();
        folders.extend(env::split_paths(&inherited));
        env::join_paths(folders).unwrap_or(inherited)
    }
}

impl Need for WasmTarget {
    fn name(&self) -> &'static str {
        "wasm32 target"
    }

    fn found(&self, repository: &Repository) -> Option<String> {
        let toolchain = WasmToolchain::find(repository)?;
        let mut rustc = toolchain.command(repository, "rustc");
        process::output_of(rustc.arg("--version"))
    }

    fn plan(&self) -> String {
        format!("rustup target add {WASM_TARGET}, or else Debian's rustc-web")
    }

    fn prepare(&self, repository: &Repository) -> Result<()> {
        if rustup::add("target", WASM_TARGET) && host_has_target() {
            return Ok(());
        }
        println!("set-up: rustup could not add it; Debian's compiler takes its place");
        debian_sysroot::build(repository).with_context(|| {
            format!("rustup could not add {WASM_TARGET} (`rustup target add {WASM_TARGET}`)")
        })
    }
}

fn host_has_target() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    process::output_of(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir())
}
