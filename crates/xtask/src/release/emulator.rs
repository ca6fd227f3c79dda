//! What a release's programs for other processors and systems are tried in.

use std::path::Path;
use std::process::Command;

use crate::setup::{Packaged, QEMU, WINE};

/// Runs programs of another processor or system.
#[derive(Clone, Copy)]
pub(super) enum Emulator {
    /// Linux programs of another processor.
    Qemu,
    /// Windows programs of this processor.
    Wine,
}

impl Emulator {
    /// The package that has it.
    pub(super) const fn package(self) -> Packaged {
        match self {
            Self::Qemu => QEMU,
            Self::Wine => WINE,
        }
    }

    /// A call of a program for a processor; `own` is a folder for what the emulator keeps.
    pub(super) fn call(self, program: &Path, processor: &str, own: &Path) -> Command {
        let mut command = match self {
            Self::Qemu => Command::new(format!("qemu-{processor}-static")),
            Self::Wine => Command::new(WINE.program),
        };
        command.arg(program);
        if matches!(self, Self::Wine) {
            // Without its window system, and without being asked to install anything.
            command
                .env("WINEPREFIX", own)
                .env("WINEDEBUG", "-all")
                .env("WINEDLLOVERRIDES", "mscoree,mshtml=");
            command.env_remove("DISPLAY");
        }
        command
    }
}
