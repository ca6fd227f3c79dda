//! A release archive, laid into a folder of its own: plain files only, and no more than a site can have.

use super::words::Say;
use anyhow::{Context, Result, bail};
use std::{
    fs::{self, File},
    io::{self, BufReader, Read, Seek},
    path::Path,
};
use tempfile::TempDir;
use zip::{ZipArchive, read::ZipFile};
use zjtx_evaluator::Lang;

/// Bytes of all files together; a site has a tenth of them.
const MOST: u64 = 256 << 20;

/// Lays the files of an archive into a new folder.
pub fn unpack(path: &Path, lang: Lang) -> Result<TempDir> {
    let damaged = || Say::Damaged(path).to(lang);
    let file = File::open(path).with_context(|| Say::Unreadable(path).to(lang))?;
    let mut archive = ZipArchive::new(BufReader::new(file)).with_context(damaged)?;
    let folder = tempfile::tempdir().with_context(|| Say::NoRoom.to(lang))?;
    let mut left = MOST;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).with_context(damaged)?;
        left -= lay(&mut entry, folder.path(), left, lang).with_context(damaged)?;
    }
    Ok(folder)
}

/// Lays one file; returns its bytes.
fn lay<R: Read + Seek>(entry: &mut ZipFile<'_, R>, folder: &Path, left: u64, lang: Lang) -> Result<u64> {
    // A name that leads out of the folder, and a link, stand in no archive of ours.
    let Some(name) = entry.enclosed_name().filter(|_| !entry.is_symlink()) else {
        let name = String::from_utf8_lossy(entry.name_raw());
        bail!(Say::Foreign(&name).to(lang));
    };
    let place = folder.join(name);
    if entry.is_dir() {
        fs::create_dir_all(place)?;
        return Ok(0);
    }
    fs::create_dir_all(place.parent().unwrap_or(folder))?;
    let bytes = io::copy(&mut entry.take(left + 1), &mut File::create(place)?)?;
    if bytes > left {
        bail!(Say::TooLarge.to(lang));
    }
    Ok(bytes)
}
