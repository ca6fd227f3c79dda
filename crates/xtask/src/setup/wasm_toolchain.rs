//! The compiler for the browser's target: rustup's where it can be had, else Debian's.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Need, debian_sysroot, rustup};
use crate::process;
use crate::repository::Repository;

/// The target that browsers run.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The component with the standard library's source, which the site is built with.
const LIBRARY_SOURCE: &str = "rust-src";

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
        if host_is_complete() {
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
        format!(
            "rustup target add {WASM_TARGET} and component add {LIBRARY_SOURCE}, or else Debian's rustc-web"
        )
    }

    fn prepare(&self, repository: &Repository) -> Result<()> {
        let added = rustup::add("target", WASM_TARGET) && rustup::add("component", LIBRARY_SOURCE);
        if added && host_is_complete() {
            return Ok(());
        }
        println!("set-up: rustup could not add it; Debian's compiler takes its place");
        debian_sysroot::build(repository).with_context(|| {
            format!("rustup could not add {WASM_TARGET} (`rustup target add {WASM_TARGET}`)")
        })
    }
}

/// Whether the compiler on PATH has the target and the source of its library.
fn host_is_complete() -> bool {
    let printed = |arguments: &[&str]| {
        let folder = process::output_of(Command::new("rustc").arg("--print").args(arguments))?;
        Some(PathBuf::from(folder))
    };
    let target = printed(&["target-libdir", "--target", WASM_TARGET]);
    let source = printed(&["sysroot"]).map(|sysroot| sysroot.join("lib/rustlib/src/rust/library"));
    [target, source].iter().all(|folder| folder.as_ref().is_some_and(|folder| folder.is_dir()))
}
