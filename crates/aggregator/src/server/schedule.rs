//! Work that the time brings.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use std::{fs, io};

use jiff::Timestamp;
use rand::SeedableRng;
use rand::rngs::{StdRng, SysRng};

use crate::calendar;
use crate::http::Services;
use crate::release::job;
use crate::settings::{BackupSettings, Settings};
use crate::store::{Store, StoreError};

/// The clock may be set while the server runs, so it is looked at this often.
const LOOK: Duration = Duration::from_secs(60);

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

/// Does what is due, again and again.
pub(super) async fn run(services: Arc<Services>, settings: Settings) {
    loop {
        run_due(&services, &settings).await;
        tokio::time::sleep(LOOK).await;
    }
}

pub(super) async fn run_due(services: &Services, settings: &Settings) {
    let now = services.clock.now();
    let (rules, backup) = (services.rules.clone(), settings.backup.clone());
    let work = move |store: &mut dyn Store| {
        if let Err(error) = close_due(store, now, &rules) {
            tracing::error!(%error, "the weekly job failed; it runs again in a minute");
        }
        if let Err(error) = back_up_due(store, now, &backup) {
            tracing::error!(%error, "the backup failed; it is tried again in a minute");
        }
    };
    if services.writer.run(work).await.is_err() {
        tracing::warn!("the store is busy; due work waits for a minute");
    }
}

fn close_due(
    store: &mut dyn Store,
    now: Timestamp,
    rules: &crate::release::rules::Rules,
) -> Result<(), StoreError> {
    let mut random = match StdRng::try_from_rng(&mut SysRng) {
        Ok(random) => random,
        Err(error) => {
            tracing::error!(%error, "the system gave no random numbers");
            return Ok(());
        }
    };
    if let Some(period) = job::run_due(store, now, rules, &mut random)? {
        tracing::info!(%period, "the period is closed");
    }
    Ok(())
}

fn back_up_due(store: &mut dyn Store, now: Timestamp, settings: &BackupSettings) -> Result<(), BackupError> {
    let Some(folder) = &settings.folder else {
        return Ok(());
    };
    let file = folder.join(format!("{}{}.db", PREFIX, calendar::day_of(now)));
    if file.exists() {
        return Ok(());
    }
    back_up(store, &file)?;
    Ok(forget_old(folder, settings.keep)?)
}

const PREFIX: &str = "statistics-";

/// Copies the store into a file, which appears only when it is whole.
///
/// # Errors
/// When the database or the folder refuses.
pub fn back_up(store: &mut dyn Store, file: &Path) -> Result<(), BackupError> {
    let unfinished = file.with_extension("unfinished");
    if unfinished.exists() {
        fs::remove_file(&unfinished)?;
    }
    store.back_up(&unfinished)?;
    Ok(fs::rename(unfinished, file)?)
}

fn forget_old(folder: &Path, keep: usize) -> io::Result<()> {
    let mut copies = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with(PREFIX) && name.ends_with(".db") {
            copies.push(name);
        }
    }
    // The names sort by day.
    copies.sort();
    let surplus = copies.len().saturating_sub(keep);
    copies.iter().take(surplus).try_for_each(|name| fs::remove_file(folder.join(name)))
}
