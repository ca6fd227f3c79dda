//! Small secret files: nobody else may read them, and what they held is overwritten.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use super::KeyError;

/// Only the owner.
const FOLDER_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;

pub(super) fn make_folder(folder: &Path) -> Result<(), KeyError> {
    let made = || {
        if folder.is_dir() {
            return Ok(());
        }
        fs::create_dir_all(folder)?;
        fs::set_permissions(folder, Permissions::from_mode(FOLDER_MODE))
    };
    made().map_err(at(folder))
}

pub(super) fn read(file: &Path) -> Result<String, KeyError> {
    fs::read_to_string(file).map_err(at(file))
}

/// Writes a file that appears whole or not at all.
pub(super) fn write(file: &Path, text: &str) -> Result<(), KeyError> {
    write_through(file, text).map_err(at(file))
}

/// Writes a file and then overwrites what stood in its place before.
pub(super) fn replace(file: &Path, text: &str) -> Result<(), KeyError> {
    let old = OpenOptions::new().write(true).open(file).map_err(at(file))?;
    write(file, text)?;
    overwrite(old).map_err(at(file))
}

fn write_through(file: &Path, text: &str) -> io::Result<()> {
    let unfinished = file.with_extension("unfinished");
    let mut new =
        OpenOptions::new().write(true).create(true).truncate(true).mode(FILE_MODE).open(&unfinished)?;
    new.write_all(text.as_bytes())?;
    new.sync_all()?;
    fs::rename(&unfinished, file)?;
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

fn overwrite(mut old: File) -> io::Result<()> {
    let length = usize::try_from(old.metadata()?.len()).unwrap_or(0);
    old.write_all(&vec![0; length])?;
    old.sync_all()
}

fn at(file: &Path) -> impl Fn(io::Error) -> KeyError {
    move |error| KeyError::File { file: file.to_owned(), error }
}
