//! `zjtx batch` on a workbook of 100,000 firms, beside the libraries that read and write it, and from CSV to CSV.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{PACKAGE, built};
use crate::process;
use crate::repository::Repository;

/// Builds both programs and measures; `beside` is another build of `zjtx` that takes turns with this one.
pub(super) fn run(repository: &Repository, beside: Option<&Path>) -> Result<()> {
    println!("== zjtx batch, from workbook to workbook and from CSV to CSV");
    let zjtx = built(repository, "zjtx")?.join("zjtx");
    let sheets = built(repository, PACKAGE)?.join("sheets");
    let folder = repository.root().join("target/sheets");
    process::run(Command::new(sheets).arg(zjtx).arg(folder).args(beside))
}
