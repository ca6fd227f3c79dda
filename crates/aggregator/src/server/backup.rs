//! Copies of the database: releases, tokens and the audit record. What waits is in none of them:
//! neither ids nor exact counts.

use std::path::{Path, PathBuf};
use std::{fs, io};

use jiff::civil::Date;

use crate::settings::BackupSettings;
use crate::store::{SqliteStore, Store, StoreError, Waiting};

const PREFIX: &str = "statistics-";
const ENDING: &str = ".db";

/// What a copy that is not finished is called, besides the files that the database puts beside it.
const UNFINISHED: &str = "unfinished";

/// Why a backup was not made.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder refused.
    #[error("备份目录无法写入：{0}")]
    Folder(#[from] io::Error),
}

/// Makes the day's copy unless it is there; false when there is nothing to do.
pub(super) fn back_up_due(
    store: &mut dyn Store,
    today: Date,
    settings: &BackupSettings,
) -> Result<bool, BackupError> {
    let Some(folder) = &settings.folder else {
        return Ok(false);
    };
    let file = folder.join(format!("{PREFIX}{today}{ENDING}"));
    if file.exists() {
        return Ok(false);
    }
    forget_unfinished(folder)?;
    back_up(store, &file)?;
    forget_old(folder, settings.keep)?;
    Ok(true)
}

/// Copies what a copy may hold into a SQLite file that only its owner may read, and which appears
/// only when it is whole.
///
/// # Errors
/// When the database or the folder refuses.
pub fn back_up(store: &mut dyn Store, file: &Path) -> Result<(), BackupError> {
    let unfinished = file.with_extension(UNFINISHED);
    for left in with_companions(&unfinished) {
        if left.exists() {
            fs::remove_file(left)?;
        }
    }
    let ledger = store.ledger()?;
    let mut copy = SqliteStore::create(&unfinished)?;
    copy.fill(&ledger, &Waiting::default())?;
    drop(copy);
    Ok(fs::rename(unfinished, file)?)
}

/// A database file and those that may lie beside it while it is open.
fn with_companions(file: &Path) -> Vec<PathBuf> {
    let named = |ending: &str| PathBuf::from(format!("{}{ending}", file.display()));
    vec![file.to_owned(), named("-wal"), named("-shm"), named("-journal")]
}

/// What a process left that was killed while it copied.
fn forget_unfinished(folder: &Path) -> io::Result<()> {
    let is_left = |name: &str| name.starts_with(PREFIX) && name.contains(&format!(".{UNFINISHED}"));
    names(folder)?
        .into_iter()
        .filter(|name| is_left(name))
        .try_for_each(|name| fs::remove_file(folder.join(name)))
}

fn forget_old(folder: &Path, keep: usize) -> io::Result<()> {
    let mut copies = names(folder)?;
    copies.retain(|name| name.starts_with(PREFIX) && name.ends_with(ENDING));
    // The names sort by day.
    copies.sort();
    let surplus = copies.len().saturating_sub(keep);
    copies.iter().take(surplus).try_for_each(|name| fs::remove_file(folder.join(name)))
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let name = |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
    fs::read_dir(folder)?.map(name).collect()
}
