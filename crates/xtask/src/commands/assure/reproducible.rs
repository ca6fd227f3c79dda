//! Two builds of one commit: in folders of other names and depths, for users with other homes, languages, time zones and
//! rights of new files, with other numbers of jobs, one after the other. Every file of both releases must be the same.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;
use zjtx_site::Sums;

use crate::process;
use crate::release::{self, Part};
use crate::repository::{Repository, remove_folder};

/// What surrounds a build.
struct Surroundings {
    folder: &'static str,
    user: &'static str,
    language: &'static str,
    zone: &'static str,
    /// Rights that new files do not get.
    umask: &'static str,
    jobs: &'static str,
}

const BOTH: [Surroundings; 2] = [
    Surroundings { folder: "one", user: "one", language: "C", zone: "UTC", umask: "022", jobs: "1" },
    Surroundings {
        folder: "a/longer-path/of-another-name",
        user: "somebody-else",
        language: "C.UTF-8",
        zone: "Asia/Shanghai",
        umask: "077",
        jobs: "2",
    },
];

/// Tools that are not built into anything; the compiler's library is, and so each build has its own.
const TOOLS: [&str; 4] = ["bin", "cache", "npm", "zig"];

/// What a release is made of, unpacked; each where its part is made.
const UNPACKED: [&str; 3] = ["dist", "pkg/zjtx-evaluator", "target/book/html"];

/// Makes these parts of the release twice, all where none is named; an error names the files that differ.
pub(super) fn run(repository: &Repository, parts: &[Part]) -> Result<()> {
    let top = repository.root().join("target/reproducible");
    remove_folder(&top)?;
    let built = BOTH.iter().map(|surroundings| build(repository, &top, surroundings, parts));
    let built = built.collect::<Result<Vec<PathBuf>>>()?;
    let [one, other] = built.as_slice() else { unreachable!("there are two") };
    let release = release::folder(repository);
    let release = release.strip_prefix(repository.root())?.to_string_lossy();
    let places = UNPACKED.iter().copied().chain([release.as_ref()]);
    let mut differing = Vec::new();
    for place in places.filter(|place| one.join(place).exists()) {
        differing.extend(differences(&one.join(place), &other.join(place), place)?);
    }
    ensure!(differing.is_empty(), "files of two builds differ:\n{}", differing.join("\n"));
    remove_folder(&top)
}

/// Clones the commit and makes the release in it; returns the clone's folder.
fn build(
    repository: &Repository,
    top: &Path,
    surroundings: &Surroundings,
    parts: &[Part],
) -> Result<PathBuf> {
    let folder = top.join(surroundings.folder);
    let mut git = Command::new("git");
    process::run(git.args(["clone", "--quiet"]).arg(repository.root()).arg(&folder))?;
    let tools = folder.join(".tools");
    fs::create_dir_all(&tools)?;
    for tool in TOOLS.iter().filter(|tool| repository.tools().join(tool).exists()) {
        symlink(repository.tools().join(tool), tools.join(tool))?;
    }
    let home = top.join("homes").join(surroundings.user);
    let compiler = own_compiler(&home)?;
    let mut shell = Command::new("sh");
    shell.current_dir(&folder).args(["-c", "umask \"$1\"; shift; exec \"$@\"", "sh", surroundings.umask]);
    shell.args(["cargo", "xtask", "release"]);
    for part in parts {
        shell.arg("--only").args(part.to_possible_value().map(|value| value.get_name().to_owned()));
    }
    shell.envs(compiler);
    shell.env("HOME", home).env("USER", surroundings.user).env("LOGNAME", surroundings.user);
    shell.env("LC_ALL", surroundings.language).env("TZ", surroundings.zone);
    shell.env("CARGO_BUILD_JOBS", surroundings.jobs).env_remove("CARGO_TARGET_DIR");
    process::run(&mut shell)?;
    Ok(folder)
}

/// The compiler and the sources of dependencies in a user's own home, by links where the file system has them; returns the
/// variables that lead to them.
fn own_compiler(home: &Path) -> Result<Vec<(&'static str, PathBuf)>> {
    let mut variables = Vec::new();
    for (name, usual, parts) in [
        ("CARGO_HOME", ".cargo", &["registry"][..]),
        ("RUSTUP_HOME", ".rustup", &["toolchains", "settings.toml"]),
    ] {
        let from = env::var_os(name).map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(usual)));
        let (from, to) = (from.context("no home folder")?, home.join(usual));
        fs::create_dir_all(&to)?;
        for part in parts.iter().filter(|part| from.join(part).exists()) {
            process::run(Command::new("cp").args(["--archive", "--link"]).arg(from.join(part)).arg(&to))?;
        }
        variables.push((name, to));
    }
    Ok(variables)
}

/// Files that only one of two folders has, or that are not the same in both.
fn differences(one: &Path, other: &Path, place: &str) -> Result<Vec<String>> {
    let (one, other) = (Sums::of(one)?, Sums::of(other)?);
    let names: BTreeSet<&str> = one.iter().chain(other.iter()).map(|(name, _)| name).collect();
    let differing = names.into_iter().filter(|name| one.get(name) != other.get(name));
    Ok(differing.map(|name| format!("{place}/{name}")).collect())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::differences;

    #[test]
    fn files_that_differ_or_are_in_one_folder_only_are_named() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (one, other) = (folder.path().join("one"), folder.path().join("other"));
        for (place, name, text) in [
            (&one, "same", "1"),
            (&other, "same", "1"),
            (&one, "changed", "1"),
            (&other, "changed", "2"),
            (&other, "further", "1"),
        ] {
            fs::create_dir_all(place).expect("a folder");
            fs::write(place.join(name), text).expect("a file");
        }
        assert_eq!(differences(&one, &other, "dist").expect("read"), ["dist/changed", "dist/further"]);
    }
}
