//! Instructions that Callgrind counts: the same in every run, however busy the machine, so that growth shows.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{PACKAGE, built};
use crate::repository::Repository;

/// What is counted: its name, two numbers of times whose difference is the work alone, and how many of it each time
/// has.
const WORKS: [(&str, [u64; 2], u64); 4] = [
    ("evaluation", [100, 1_100], 1),
    ("batch", [10, 60], 2_560),
    ("re-judged", [10, 60], 2_560),
    ("hand-written", [10, 60], 2_560),
];
/// Thousandths by which a count may grow.
const MOST_GROWTH: u64 = 30;

/// Counts, tells, and keeps the counts or holds them against those that were kept.
pub(super) fn run(repository: &Repository, record: bool) -> Result<()> {
    println!("== instructions");
    let program = built(repository, PACKAGE)?.join(PACKAGE);
    let counts = WORKS.iter().map(|work| count(&program, work)).collect::<Result<Vec<_>>>()?;
    let lines: Vec<String> =
        WORKS.iter().zip(&counts).map(|(work, count)| format!("{} {count}", work.0)).collect();
    lines.iter().for_each(|line| println!("{line}"));
    if record {
        return Ok(fs::write(kept(repository), lines.join("\n") + "\n")?);
    }
    let kept = fs::read_to_string(kept(repository)).context("no counts are on record")?;
    lines.iter().try_for_each(|line| hold(line, &kept))
}

fn kept(repository: &Repository) -> PathBuf {
    repository.root().join("crates/bench/instructions.txt")
}

/// Instructions of one piece of work, rounded down.
fn count(program: &Path, (name, [few, many], pieces): &(&str, [u64; 2], u64)) -> Result<u64> {
    let more = counted(program, name, *many)?.saturating_sub(counted(program, name, *few)?);
    Ok(more / ((many - few) * pieces))
}

fn counted(program: &Path, name: &str, times: u64) -> Result<u64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program);
    let output = valgrind.args([name, &times.to_string()]).output();
    let output = output.context("counting needs valgrind: sudo apt-get install valgrind")?;
    let text = String::from_utf8_lossy(&output.stderr);
    let count =
        text.split("Collected :").nth(1).and_then(|rest| rest.split_whitespace().next()?.parse().ok());
    count.with_context(|| format!("valgrind counted nothing: {text}"))
}

/// An error where a count is further above the one on record than allowed.
fn hold(line: &str, kept: &str) -> Result<()> {
    let Some((name, count)) = number(line) else { return Ok(()) };
    let Some((_, before)) = kept.lines().filter_map(number).find(|(kept, _)| *kept == name) else {
        bail!("{name} is not on record; `cargo xtask bench --only instructions --record` keeps it");
    };
    if count * 1_000 > before * (1_000 + MOST_GROWTH) {
        bail!("{name} takes {count} instructions, {before} are on record");
    }
    Ok(())
}

fn number(line: &str) -> Option<(&str, u64)> {
    let (name, count) = line.split_once(' ')?;
    Some((name, count.parse().ok()?))
}
