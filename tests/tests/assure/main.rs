//! The long checks of `cargo xtask assure`: millions of random dossiers, and broken input by the minute.
//!
//! `assure CHECK AMOUNT SEED`, where the check is `differential`, `advice` or `batch` (an amount of dossiers) or `fuzz-dossiers`,
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
        "differential" => differential::run(amount, seed),
        "advice" => advice::run(amount, seed),
        "batch" => batch::run(amount, seed),
        "fuzz-dossiers" => fuzz::dossiers(time, seed),
        "fuzz-packs" => fuzz::packs(time, seed),
        "fuzz-evaluation" => fuzz::evaluation(time, seed),
        other => panic!("assure knows no {other}"),
    }
    println!("peak memory of the process: {}", peak_memory());
}

/// The largest resident set so far, as the system tells it.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not told by this system".to_owned(), |size| size.trim().to_owned())
}
