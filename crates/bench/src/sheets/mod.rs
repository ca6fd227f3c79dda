//! The lists, the programs and what they are measured beside.

mod list;
mod memory;
mod plain;

use list::List;
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// Firms of the list.
const FIRMS: u32 = 100_000;
/// Firms of the list whose memory is looked at beside that of [`FIRMS`].
const MANY: u32 = 1_000_000;
/// Runs, in turn, of which the quickest counts.
const RUNS: usize = 3;
/// Runs of two programs, in turn, of which the median counts.
const TURNS: usize = 5;

/// Makes the lists and measures.
pub(crate) fn run() {
    let words: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [zjtx, folder, other @ ..] = words.as_slice() else { panic!("sheets ZJTX FOLDER [OTHER]") };
    std::fs::create_dir_all(folder).expect("a folder");
    workbook(zjtx, folder);
    csv(zjtx, folder, other.first());
    memory(zjtx, folder);
}

/// From workbook to workbook, beside reading and writing alone.
fn workbook(zjtx: &Path, folder: &Path) {
    let (list, result) = (folder.join("list.xlsx"), folder.join("result.xlsx"));
    List::new().workbook(&list, FIRMS);
    judge(zjtx, &list, &result);
    let cells = plain::read(&result);
    let [mut whole, mut reading, mut writing] = [f64::INFINITY; 3];
    for _ in 0..RUNS {
        whole = whole.min(seconds(|| judge(zjtx, &list, &result)));
        reading = reading.min(seconds(|| drop(plain::read(&list))));
        writing = writing.min(seconds(|| plain::write(&folder.join("plain.xlsx"), &cells)));
    }
    let share = whole / (reading + writing);
    println!("zjtx batch on {FIRMS} firms   {whole:>7.2} s");
    println!("reading {reading:.2} s and writing {writing:.2} s alone   1 : {share:.2}");
}

/// From CSV to CSV, in turn with another build where there is one.
fn csv(zjtx: &Path, folder: &Path, other: Option<&PathBuf>) {
    let (list, result) = (folder.join("list.csv"), folder.join("result.csv"));
    List::new().csv(&list, FIRMS);
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        own.push(seconds(|| judge(zjtx, &list, &result)));
        others.extend(other.map(|other| seconds(|| judge(other, &list, &result))));
    }
    let own = median(own);
    println!("from CSV to CSV   {own:>7.3} s");
    if other.is_some() {
        let others = median(others);
        println!("the other build {others:.3} s   share {:.2}", own / others);
    }
}

/// The most memory that it takes for many rows and for ten times as many.
fn memory(zjtx: &Path, folder: &Path) {
    let (list, result) = (folder.join("many.csv"), folder.join("result.csv"));
    for firms in [FIRMS, MANY] {
        List::new().csv(&list, firms);
        let most = memory::most(&mut batch(zjtx, &list, &result));
        println!(
            "memory for {firms:>9} rows of CSV   {}",
            most.unwrap_or_else(|| "not told here".to_owned())
        );
    }
}

fn judge(zjtx: &Path, list: &Path, result: &Path) {
    let output = batch(zjtx, list, result).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn batch(zjtx: &Path, list: &Path, result: &Path) -> Command {
    let mut command = Command::new(zjtx);
    command.arg("batch").arg(list).arg("-o").arg(result).args(["--as-of", "2026-05-01"]);
    command
}

fn seconds(work: impl FnOnce()) -> f64 {
    let started = Instant::now();
    work();
    started.elapsed().as_secs_f64()
}

fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}
