//! The site that is looked at: its files, or what its server answers.

use super::{address::Address, words::Say};
use crate::published::Published;
use anyhow::{Result, bail};
use std::{
    fs, io,
    path::{Path, PathBuf},
};
use zjtx_evaluator::Lang;
use zjtx_site::{HEADERS_FILE, Sums};

/// A site.
pub enum Site {
    /// Files, of a folder or an archive.
    Files(Published),
    /// A server.
    Address(Address),
}

impl Site {
    /// Opens a site; one sentence says why that cannot be.
    pub fn open(place: &str, lang: Lang) -> Result<Self> {
        match Address::parse(place) {
            Some(address) => Ok(Self::Address(address)),
            None if place.contains("://") => bail!(Say::NoAddress(place).to(lang)),
            None => Ok(Self::Files(Published::open(&PathBuf::from(place), lang)?)),
        }
    }

    /// A file's bytes; `None` where it is not there.
    pub fn read(&self, path: &str, lang: Lang) -> Result<Option<Vec<u8>>> {
        match self {
            Self::Files(site) => Ok(read(&site.folder().join(path))?),
            Self::Address(address) => address.read(path, lang),
        }
    }

    /// Whether a file can be looked at: a server hands out compressed copies and headers with other files, not by
    /// themselves.
    pub fn shows(&self, path: &str) -> bool {
        match self {
            Self::Files(_) => true,
            Self::Address(_) => {
                path != HEADERS_FILE && ![".br", ".gz"].iter().any(|copy| path.ends_with(copy))
            }
        }
    }

    /// Paths of all its files; none where they cannot be listed.
    pub fn paths(&self) -> Result<Vec<String>> {
        match self {
            Self::Files(site) => {
                Ok(Sums::of(site.folder())?.iter().map(|(path, _)| path.to_owned()).collect())
            }
            Self::Address(_) => Ok(Vec::new()),
        }
    }
}

fn read(file: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
