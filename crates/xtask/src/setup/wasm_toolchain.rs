//! The compiler for the browser's target: rustup's where it can be had, else Debian's.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use wait_timeout::ChildExt;

use super::{Need, debian_sysroot};
use crate::process;
use crate::repository::Repository;

/// The target that browsers run.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// How long rustup may try before Debian's packages are used.
const RUSTUP_PATIENCE: Duration = Duration::from_secs(60);

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
            .env("CARGO_TARGET_DIR", repository.wasm_target());
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
        if add_with_rustup() && host_has_target() {
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

/// Whether rustup says, in time, that it added the target.
fn add_with_rustup() -> bool {
    let mut rustup = Command::new("rustup");
    rustup.args(["target", "add", WASM_TARGET]).stdin(Stdio::null());
    let Ok(mut child) = rustup.spawn() else {
        return false;
    };
    if let Ok(Some(status)) = child.wait_timeout(RUSTUP_PATIENCE) {
        return status.success();
    }
    let stopped = child.kill().and_then(|()| child.wait());
    stopped.is_ok_and(|status| status.success())
}
