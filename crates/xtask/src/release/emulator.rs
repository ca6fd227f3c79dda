//! What a release's programs for other processors and systems are tried in.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::repository::Repository;
use crate::setup::{Packaged, QEMU, WINE, ZIG};

/// Runs programs of another processor or system.
#[derive(Clone, Copy)]
pub(super) enum Emulator {
    /// Linux programs of another processor.
    Qemu,
    /// Windows programs of this processor.
    Wine,
}

/// A library of Windows that Wine of Debian lacks, in C.
const LIBRARY: &str = include_str!("bcryptprimitives.c");

impl Emulator {
    /// The package that has it.
    pub(super) const fn package(self) -> Packaged {
        match self {
            Self::Qemu => QEMU,
            Self::Wine => WINE,
        }
    }

    /// A call of a program for a processor; `own` is a folder for what the emulator keeps.
    pub(super) fn call(
        self,
        repository: &Repository,
        program: &Path,
        processor: &str,
        own: &Path,
    ) -> Result<Command> {
        match self {
            Self::Qemu => {
                let mut command = Command::new(format!("qemu-{processor}-static"));
                command.arg(program);
                Ok(command)
            }
            Self::Wine => wine(repository, program, own),
        }
    }
}

/// A call of a copy of the program that has the library beside it; without windows, and asked to install nothing.
fn wine(repository: &Repository, program: &Path, own: &Path) -> Result<Command> {
    let copy = own.join("program.exe");
    fs::copy(program, &copy)?;
    let source = own.join("library.c");
    fs::write(&source, LIBRARY)?;
    let mut compiler = Command::new(ZIG.python(repository));
    compiler.args(["-m", "ziglang", "cc", "-target", "x86_64-windows-gnu", "-shared", "-ladvapi32", "-o"]);
    process::run(compiler.arg(own.join("bcryptprimitives.dll")).arg(source))?;
    let mut command = Command::new(WINE.program);
    command.arg(copy).env("WINEPREFIX", own.join("wine")).env("WINEDEBUG", "-all").env_remove("DISPLAY");
    command.env("WINEDLLOVERRIDES", "mscoree,mshtml=");
    Ok(command)
}
