//! The programs of a release tried before they are handed over: each is of its system and needs nothing else, and all
//! that run here, in an emulator where processor or system is another, give the same answers.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use object::{Architecture, BinaryFormat, File, Object};

use super::programs::TARGETS;
use crate::process;
use crate::repository::Repository;

/// What is asked of each program: its version, and of `zjtx` a firm's verdicts.
const ASKED: [(&str, &[&str]); 3] = [
    ("zjtx", &["--version"]),
    ("zjtx", &["evaluate", "--format", "json", "tests/upgrade/0.1.0/firm.dossier.json"]),
    ("zjtx-aggregator", &["--version"]),
];

/// Libraries of Windows itself, by the beginning of their names.
const OF_WINDOWS: [&str; 9] =
    ["advapi32", "api-ms-win-", "bcrypt", "crypt32", "kernel32", "msvcrt", "ntdll", "userenv", "ws2_32"];

/// Tries all programs in the release folder; an error names the first that is not as it must be.
pub(super) fn run(repository: &Repository, folder: &Path) -> Result<()> {
    for target in &TARGETS {
        for package in target.packages {
            let file = target.file(package);
            let bytes = fs::read(folder.join(&file)).with_context(|| format!("{file} is missing"))?;
            look_at(&bytes, target.processor()).with_context(|| file)?;
        }
    }
    let own = tempfile::tempdir()?;
    let tried =
        |(package, words): &(&str, &[&str])| same_answers(repository, (folder, own.path()), package, words);
    ASKED.iter().try_for_each(tried)
}

/// Whether a program is for the processor and takes nothing from libraries that its system may not have.
fn look_at(bytes: &[u8], processor: &str) -> Result<()> {
    let file = File::parse(bytes).context("the compiler's file is no program")?;
    let of = if processor == "aarch64" { Architecture::Aarch64 } else { Architecture::X86_64 };
    ensure!(file.architecture() == of, "it is for {:?}", file.architecture());
    let is_windows = file.format() == BinaryFormat::Pe;
    for import in file.imports()? {
        let library = String::from_utf8_lossy(import?.library()).to_lowercase();
        let is_there = is_windows && OF_WINDOWS.iter().any(|start| library.starts_with(start));
        ensure!(is_there, "it takes code from another library ({library})");
    }
    Ok(())
}

/// Whether all programs of a package say the same to these words; `own` is a folder for what emulators keep.
fn same_answers(
    repository: &Repository,
    (folder, own): (&Path, &Path),
    package: &str,
    words: &[&str],
) -> Result<()> {
    let mut first: Option<(String, String)> = None;
    for target in TARGETS.iter().filter(|target| target.runs_here() && target.packages.contains(&package)) {
        let file = target.file(package);
        let program = folder.join(&file);
        let mut command = match target.emulator() {
            Some(emulator) => emulator.call(repository, &program, target.processor(), own)?,
            None => Command::new(program),
        };
        let answer = process::output_of(command.current_dir(repository.root()).args(words));
        let answer = answer.with_context(|| format!("{file} {} failed", words.join(" ")))?;
        match &first {
            Some((other, expected)) => {
                ensure!(answer == *expected, "{file} and {other} answer `{}` differently", words.join(" "));
            }
            None => first = Some((file, answer)),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::look_at;

    #[test]
    fn a_program_that_needs_libraries_or_is_for_another_processor_is_refused() {
        let own = fs::read(env::current_exe().expect("this test")).expect("its bytes");
        let error = look_at(&own, env::consts::ARCH).expect_err("it takes the system's C library");
        assert!(error.to_string().contains("from another library"), "{error}");
        let other = if env::consts::ARCH == "aarch64" { "x86_64" } else { "aarch64" };
        let error = look_at(&own, other).expect_err("another processor");
        assert!(error.to_string().starts_with("it is for"), "{error}");
        assert!(look_at(b"no program", "x86_64").is_err());
    }
}
