//! The list, the program and what it is measured beside.

mod list;
mod plain;

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// Firms of the list.
const FIRMS: u32 = 100_000;
/// Runs, in turn, of which the quickest counts.
const RUNS: usize = 3;

/// Makes the list and measures both.
pub(crate) fn run() {
    let words: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [zjtx, folder] = words.as_slice() else { panic!("sheets ZJTX FOLDER") };
    std::fs::create_dir_all(folder).expect("a folder");
    let (list, result) = (folder.join("list.xlsx"), folder.join("result.xlsx"));
    list::write(&list, FIRMS);
    batch(zjtx, &list, &result);
    let cells = plain::read(&result);
    let [mut whole, mut reading, mut writing] = [f64::INFINITY; 3];
    for _ in 0..RUNS {
        whole = whole.min(seconds(|| batch(zjtx, &list, &result)));
        reading = reading.min(seconds(|| drop(plain::read(&list))));
        writing = writing.min(seconds(|| plain::write(&folder.join("plain.xlsx"), &cells)));
    }
    let share = whole / (reading + writing);
    println!("zjtx batch on {FIRMS} firms   {whole:>7.2} s");
    println!("reading {reading:.2} s and writing {writing:.2} s alone   1 : {share:.2}");
}

fn batch(zjtx: &Path, list: &Path, result: &Path) {
    let mut command = Command::new(zjtx);
    command.arg("batch").arg(list).arg("-o").arg(result).args(["--as-of", "2026-05-01"]);
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn seconds(work: impl FnOnce()) -> f64 {
    let started = Instant::now();
    work();
    started.elapsed().as_secs_f64()
}
