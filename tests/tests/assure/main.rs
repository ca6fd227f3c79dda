//! The long checks of `cargo xtask assure`: millions of random dossiers, and broken input by the minute.
//!
//! `assure CHECK AMOUNT SEED [PACK…]`, where the check is `differential`, `advice` or `batch` (an amount of dossiers) or `fuzz-dossiers`,
//! `fuzz-packs` or `fuzz-evaluation` (an amount of seconds). The same seed gives the same input.

mod advice;
mod batch;
mod broken;
mod differential;
mod fuzz;
#[path = "../support/mod.rs"]
mod support;

use std::{env, fs, time::Duration};

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse().ok());
    let (Some(check), Some(amount), Some(seed)) = (words.first(), number(1), number(2)) else {
        panic!("assure differential|advice|batch|fuzz-dossiers|fuzz-packs|fuzz-evaluation AMOUNT SEED");
    };
    let time = Duration::from_secs(amount);
    match check.as_str() {
        "differential" => differential::run(amount, seed, &packs(&words)),
        "advice" => advice::run(amount, seed),
        "batch" => batch::run(amount, seed, packs(&words)),
        "fuzz-dossiers" => fuzz::dossiers(time, seed),
        "fuzz-packs" => fuzz::packs(time, seed),
        "fuzz-evaluation" => fuzz::evaluation(time, seed),
        other => panic!("assure knows no {other}"),
    }
    println!("peak memory of the process: {}", peak_memory());
}

/// Ids of the packs that are named, or of all.
fn packs(words: &[String]) -> Vec<&'static str> {
    let named = words.get(3..).unwrap_or_default();
    let mut packs = support::pack_ids();
    packs.retain(|pack| named.is_empty() || named.iter().any(|id| id == pack));
    assert!(packs.len() >= named.len(), "assure knows some of the packs not: {named:?}");
    packs
}

/// The largest resident set so far, as the system tells it.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not told by this system".to_owned(), |size| size.trim().to_owned())
}
