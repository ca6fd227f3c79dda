//! Debian's compiler with a standard library for the browser's target, built once.
//!
//! Debian packages the library's source but no build of it for wasm32. It is built here and laid out
//! in `.tools/` as a sysroot of links, which a wrapper hands to Debian's compiler.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{WASM_TARGET, apt};
use crate::process;
use crate::repository::{Repository, remove_folder};

const RUSTC: &str = "/usr/bin/rustc";
const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];

/// The sysroot's folder, when it was built for the compiler that is installed now.
pub(crate) fn current(repository: &Repository) -> Option<PathBuf> {
    let sysroot = folder(repository);
    let built_for = fs::read_to_string(sysroot.join("compiler")).ok()?;
    (built_for == compiler()?).then_some(sysroot)
}

/// Installs Debian's compiler where it is missing and builds the sysroot.
pub(crate) fn build(repository: &Repository) -> Result<()> {
    install_packages()?;
    let compiler = compiler().context("Debian's rustc does not tell its version")?;
    let sysroot = folder(repository);
    remove_folder(&sysroot)?;
    // Whatever was compiled against the previous library cannot be linked with the new one.
    remove_folder(&repository.wasm_target())?;
    let package = repository.tools().join("wasm-std");
    let libraries = build_library(&package)?;
    lay_out(&sysroot, &compiler, &libraries).context("the wasm32 sysroot could not be laid out")?;
    fs::write(sysroot.join("compiler"), compiler)?;
    remove_folder(&package)
}

fn folder(repository: &Repository) -> PathBuf {
    repository.tools().join("wasm-toolchain")
}

/// What the compiler says of itself; it changes with every release.
fn compiler() -> Option<String> {
    apt::installed_version("rustc-web")?;
    process::output_of(Command::new(RUSTC).arg("-vV"))
}

fn field<'a>(compiler: &'a str, name: &str) -> Result<&'a str> {
    let value = compiler.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    value.with_context(|| format!("Debian's rustc does not tell its {name}"))
}

fn linker_package(compiler: &str) -> Result<String> {
    let version = field(compiler, "LLVM version")?;
    Ok(format!("lld-{}", version.split('.').next().unwrap_or(version)))
}

fn install_packages() -> Result<()> {
    if PACKAGES.iter().any(|package| apt::installed_version(package).is_none()) {
        apt::install(PACKAGES)?;
    }
    let linker = linker_package(&compiler().context("Debian's rustc-web is missing")?)?;
    if apt::installed_version(&linker).is_none() {
        apt::install(&[&linker])?;
    }
    Ok(())
}

/// Builds the standard library by way of an empty package; the folder of its rlibs.
fn build_library(package: &Path) -> Result<PathBuf> {
    remove_folder(package)?;
    fs::create_dir_all(package.join("src"))?;
    fs::write(package.join("src/lib.rs"), "")?;
    let manifest = "[package]\nname = \"empty\"\nedition = \"2024\"\n\n[workspace]\n";
    fs::write(package.join("Cargo.toml"), manifest)?;
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo
        .current_dir(package)
        .args(["build", "--release", "--target", WASM_TARGET])
        .args(["-Z", "build-std=std,panic_abort,panic_unwind,test"])
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", package.join("target"))
        // Link-time optimisation of the app reads the library's bitcode.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env_remove("RUSTUP_TOOLCHAIN")
        .env_remove("LD_LIBRARY_PATH");
    process::run(&mut cargo)?;
    Ok(package.join("target").join(WASM_TARGET).join("release/deps"))
}

fn lay_out(sysroot: &Path, compiler: &str, libraries: &Path) -> Result<()> {
    let host = field(compiler, "host")?;
    let rustlib = sysroot.join("lib/rustlib");
    let host_bin = rustlib.join(host).join("bin");
    let bin = sysroot.join("bin");
    fs::create_dir_all(&host_bin)?;
    fs::create_dir_all(&bin)?;
    link(&format!("/usr/lib/rustlib/{host}/lib"), &rustlib.join(host).join("lib"))?;
    link("/usr/lib/rustlib/src", &rustlib.join("src"))?;
    let llvm = linker_package(compiler)?.replace("lld", "llvm");
    link(&format!("/usr/lib/{llvm}/bin/lld"), &host_bin.join("rust-lld"))?;
    copy_libraries(libraries, &rustlib.join(WASM_TARGET).join("lib"))?;
    link("/usr/bin/cargo", &bin.join("cargo"))?;
    link("/usr/bin/cargo-clippy", &bin.join("cargo-clippy"))?;
    write_wrapper(&bin.join("rustc"), sysroot)
}

fn copy_libraries(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(&file, to.join(name))?;
        }
    }
    Ok(())
}

fn write_wrapper(wrapper: &Path, sysroot: &Path) -> Result<()> {
    let script = format!("#!/bin/sh\nexec {RUSTC} --sysroot '{}' \"$@\"\n", sysroot.display());
    fs::write(wrapper, script)?;
    process::run(Command::new("chmod").arg("+x").arg(wrapper))
}

/// By Debian's own `ln`: the standard library has symbolic links on Unix only, and this package is
/// compiled elsewhere too.
fn link(target: &str, place: &Path) -> Result<()> {
    process::run(Command::new("ln").args(["-s", target]).arg(place))
}
