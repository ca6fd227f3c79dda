//! Debian's package manager.

use std::process::Command;

use anyhow::{Result, bail};

use crate::process;

/// The command that installs `packages`, as a person would type it.
pub(crate) fn command_line(packages: &[&str]) -> String {
    format!("sudo apt-get install --no-install-recommends {}", packages.join(" "))
}

/// Whether this system has it.
pub(crate) fn is_here() -> bool {
    process::find_on_path(&["apt-get"]).is_some()
}

/// Installs `packages`; never removes one that is there.
///
/// An error, with the command to run, where there is no apt-get or this is not root.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    if !is_here() {
        bail!("this system has no apt-get; on Debian it is `{}`", command_line(packages));
    }
    if process::output_of(Command::new("id").arg("-u")).as_deref() != Some("0") {
        bail!("this needs root; please run `{}`", command_line(packages));
    }
    process::run(apt_get().args(["update", "-qq"]))?;
    process::run(
        apt_get().args(["install", "-qq", "--yes", "--no-remove", "--no-install-recommends"]).args(packages),
    )
}

/// Where this system takes Debian's packages from.
pub(crate) fn mirror() -> Option<String> {
    let mut targets = apt_get();
    targets.args(["indextargets", "--format", "$(SITE)", "Created-By: Packages", "Component: main"]);
    process::output_of(&mut targets)?.lines().next().map(str::to_owned)
}

/// The version of an installed package.
pub(crate) fn installed_version(package: &str) -> Option<String> {
    let mut query = Command::new("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status} ${Version}", package]);
    let answer = process::output_of(&mut query)?;
    answer.strip_prefix("installed ").map(str::to_owned)
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
