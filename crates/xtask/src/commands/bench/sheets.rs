//! `zjtx batch` on a workbook of 100,000 firms, beside the libraries that read and write it.

use std::process::Command;

use anyhow::Result;

use super::{PACKAGE, built};
use crate::process;
use crate::repository::Repository;

/// Builds both programs and measures.
pub(super) fn run(repository: &Repository) -> Result<()> {
    println!("== zjtx batch, from workbook to workbook");
    let zjtx = built(repository, "zjtx")?.join("zjtx");
    let sheets = built(repository, PACKAGE)?.join("sheets");
    process::run(Command::new(sheets).arg(zjtx).arg(repository.root().join("target/sheets")))
}
