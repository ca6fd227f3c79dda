//! The files of a site, written whole or not at all.

use super::{
    BuildError, HEADERS,
    compress::{brotli, gzip},
};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// Compressed copies beside a file.
pub(super) const COPIES: [&str; 2] = ["gz", "br"];

/// Files by their paths within the site.
pub(super) struct Folder {
    files: BTreeMap<String, Source>,
}

/// Where a file's bytes come from.
enum Source {
    Copy(PathBuf),
    Bytes(Vec<u8>),
}

impl Folder {
    /// The files beneath a folder.
    pub(super) fn read(folder: &Path) -> Result<Self, BuildError> {
        let mut files = Self { files: BTreeMap::new() };
        files.add("", folder)?;
        Ok(files)
    }

    /// Takes up the files beneath a folder under a path of the site.
    pub(super) fn add(&mut self, under: &str, folder: &Path) -> Result<(), BuildError> {
        for entry in fs::read_dir(folder).map_err(|error| failed(folder, error))? {
            let path = entry.map_err(|error| failed(folder, error))?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let under = if under.is_empty() { name } else { format!("{under}/{name}") };
            if path.is_dir() {
                self.add(&under, &path)?;
            } else {
                self.files.insert(under, Source::Copy(path));
            }
        }
        Ok(())
    }

    /// A file's bytes; none where it is not there.
    pub(super) fn bytes(&self, path: &str) -> Vec<u8> {
        match self.files.get(path) {
            Some(Source::Copy(path)) => fs::read(path).unwrap_or_default(),
            Some(Source::Bytes(bytes)) => bytes.clone(),
            None => Vec::new(),
        }
    }

    /// Whether a file is there.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Paths of all files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Gives a file another name, and its compressed copies.
    pub(super) fn rename(&mut self, from: &str, to: &str) {
        let copies = COPIES.map(|copy| format!(".{copy}"));
        for ending in copies.into_iter().chain([String::new()]) {
            if let Some(source) = self.files.remove(&format!("{from}{ending}")) {
                self.files.insert(format!("{to}{ending}"), source);
            }
        }
    }

    /// A file's text; `None` where it is not there.
    pub(super) fn text(&self, path: &str) -> Option<String> {
        self.has(path).then(|| String::from_utf8(self.bytes(path)).ok())?
    }

    /// Replaces a file, and its compressed copies where it has any.
    pub(super) fn put(&mut self, path: &str, bytes: Vec<u8>) {
        for copy in COPIES {
            let beside = format!("{path}.{copy}");
            if self.files.remove(&beside).is_none() {
                continue;
            }
            let compressed = if copy == "gz" { gzip(&bytes) } else { brotli(&bytes) };
            if let Ok(compressed) = compressed {
                self.files.insert(beside, Source::Bytes(compressed));
            }
        }
        self.files.insert(path.to_owned(), Source::Bytes(bytes));
    }

    /// Path and content of each file that was replaced.
    pub(super) fn replaced(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().filter_map(|(path, source)| match source {
            Source::Bytes(bytes) => Some((path.as_str(), bytes.as_slice())),
            Source::Copy(_) => None,
        })
    }

    /// The files that were replaced, with their compressed copies.
    pub(super) fn changed(self) -> BTreeMap<String, Vec<u8>> {
        let changed = self.files.into_iter().filter_map(|(path, source)| match source {
            Source::Bytes(bytes) => Some((path, bytes)),
            Source::Copy(_) => None,
        });
        changed.collect()
    }

    /// Writes all files beside the folder first, then puts them in its place.
    pub(super) fn write(&self, out: &Path) -> Result<(), BuildError> {
        let is_site = out.join(HEADERS).exists();
        if !is_site && fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(BuildError::Occupied(out.to_owned()));
        }
        let mut name = out.as_os_str().to_owned();
        name.push(".partial");
        let partial = PathBuf::from(name);
        removed(&partial)?;
        for (path, source) in &self.files {
            write_one(&partial.join(path), source)?;
        }
        removed(out)?;
        fs::rename(&partial, out).map_err(|error| failed(out, error))
    }
}

fn removed(folder: &Path) -> Result<(), BuildError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(folder, error)),
        _ => Ok(()),
    }
}

fn write_one(path: &Path, source: &Source) -> Result<(), BuildError> {
    let folder = path.parent().unwrap_or(path);
    let written = fs::create_dir_all(folder).and_then(|()| match source {
        Source::Copy(from) => fs::copy(from, path).map(drop),
        Source::Bytes(bytes) => fs::write(path, bytes),
    });
    written.map_err(|error| failed(path, error))
}

fn failed(path: &Path, error: io::Error) -> BuildError {
    BuildError::Io { path: path.to_owned(), error }
}
