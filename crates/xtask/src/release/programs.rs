//! `zjtx` and `zjtx-aggregator` as programs that need nothing but the system they are made for.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::emulator::Emulator;
use crate::process;
use crate::repository::Repository;
use crate::setup::{WasmToolchain, ZIG};

/// A system for which programs are made.
pub(super) struct Target {
    pub(super) triple: &'static str,
    /// The packages, which are called as their programs.
    pub(super) packages: &'static [&'static str],
    /// What the compiler's files are called after their program.
    ending: &'static str,
    /// What the release's files are called after their program.
    system: &'static str,
}

impl Target {
    /// The name of a program's file in the release.
    pub(super) fn file(&self, package: &str) -> String {
        format!("{package}{}", self.system)
    }

    /// What runs its programs where releases are made, which is on Linux; none for the machine's own.
    pub(super) fn emulator(&self) -> Option<Emulator> {
        let is_of_linux = self.triple.contains("linux");
        match (is_of_linux, self.processor() == env::consts::ARCH) {
            (true, is_own) => (!is_own).then_some(Emulator::Qemu),
            (false, is_own) => is_own.then_some(Emulator::Wine),
        }
    }

    /// Whether its programs can be run where releases are made.
    pub(super) fn runs_here(&self) -> bool {
        self.triple.contains("linux") || self.emulator().is_some()
    }

    /// The processor, as `std::env::consts::ARCH` calls it.
    pub(super) fn processor(&self) -> &'static str {
        self.triple.split('-').next().unwrap_or(self.triple)
    }
}

/// Both programs.
const ALL: &[&str] = &["zjtx", "zjtx-aggregator"];

/// All systems.
pub(super) const TARGETS: [Target; 3] = [
    Target { triple: "x86_64-unknown-linux-musl", packages: ALL, ending: "", system: "-linux-x86_64" },
    Target { triple: "aarch64-unknown-linux-musl", packages: ALL, ending: "", system: "-linux-aarch64" },
    // The endpoint is a service of Linux.
    Target { triple: "x86_64-pc-windows-gnu", packages: &["zjtx"], ending: ".exe", system: ".exe" },
];

/// The profile of `Cargo.toml` for them.
const PROFILE: &str = "programs";

/// The standard library is compiled too: not every set-up can add its targets.
const LIBRARY: [&str; 2] = ["-Z", "build-std=std,panic_abort"];

/// The linker's own start files, and no library that would have to be there.
const STATIC: &str = "-Clink-self-contained=no -Ctarget-feature=+crt-static";

/// The moment of a build in C, for which mimalloc has a place: it must not stand in what two builds are to agree on.
const TIMELESS: &str = r#"-Wno-builtin-macro-redefined -D__DATE__="" -D__TIME__="""#;

/// Compiles the programs of a system into the release folder.
pub(super) fn make(repository: &Repository, target: &Target, folder: &Path) -> Result<()> {
    process::run(&mut command(repository, target)?)?;
    let built = repository.programs_target().join(target.triple).join(PROFILE);
    for package in target.packages {
        let from = built.join(format!("{package}{}", target.ending));
        fs::copy(from, folder.join(target.file(package)))
            .with_context(|| format!("the compiler made no {package} for {}", target.triple))?;
    }
    Ok(())
}

/// The compiler of the site, which has the source of the standard library, with zig as linker.
fn command(repository: &Repository, target: &Target) -> Result<Command> {
    let toolchain = WasmToolchain::get(repository)?;
    let mut command = toolchain.command(repository, &ZIG.cargo(repository).to_string_lossy());
    command.args(["zigbuild", "--profile", PROFILE, "--target", target.triple]).args(LIBRARY);
    for package in target.packages {
        command.args(["--package", package]);
    }
    command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_TARGET_DIR", repository.programs_target());
    command.env("CARGO_ZIGBUILD_PYTHON_PATH", ZIG.python(repository));
    command.env("TARGET_CFLAGS", TIMELESS);
    command.env("RUSTFLAGS", format!("{STATIC} {}", remapped(repository, &toolchain)?));
    Ok(command)
}

/// Flags by which the compiler writes the same places into its output on every machine.
fn remapped(repository: &Repository, toolchain: &WasmToolchain) -> Result<String> {
    let cargo = env::var_os("CARGO_HOME").map(Into::into);
    let cargo = cargo.or_else(|| Some(env::home_dir()?.join(".cargo"))).context("no home folder")?;
    let mut rustc = toolchain.command(repository, "rustc");
    let sysroot = process::output_of(rustc.args(["--print", "sysroot"]));
    let sysroot = sysroot.context("rustc does not say where its library is")?.into();
    // The last one that fits holds: the library may be within the repository.
    let places = [(repository.root().to_owned(), "/zjtx"), (cargo, "/cargo"), (sysroot, "/rust")];
    let flags = places.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    Ok(flags.join(" "))
}
