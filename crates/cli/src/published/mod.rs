//! A published site: a folder, or the release archive, whose files are laid into a folder for a while.

mod archive;
pub mod words;

pub use archive::unpack;

use anyhow::{Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use words::Say;
use zjtx_evaluator::Lang;
use zjtx_site::HEADERS_FILE;

/// The folder of the site within the release archive, beside the notes for servers.
const WITHIN: &str = "site";

/// The site's first page.
const FIRST_PAGE: &str = "index.html";

/// A site whose files can be read.
pub struct Published {
    folder: PathBuf,
    /// Where the archive's files lie; removed with this value. `None` for a site that was a folder.
    unpacked: Option<TempDir>,
}

impl Published {
    /// Opens a site; one sentence says why that cannot be.
    pub fn open(path: &Path, lang: Lang) -> Result<Self> {
        let unpacked = match fs::metadata(path) {
            Ok(data) if data.is_dir() => None,
            Ok(_) => Some(archive::unpack(path, lang)?),
            Err(_) => bail!(Say::Absent(path).to(lang)),
        };
        let top = unpacked.as_ref().map_or(path, TempDir::path);
        let places = [top.to_owned(), top.join(WITHIN)];
        let is_site =
            |folder: &&PathBuf| [FIRST_PAGE, HEADERS_FILE].iter().all(|name| folder.join(name).is_file());
        match places.iter().find(is_site).cloned() {
            Some(folder) => Ok(Self { folder, unpacked }),
            None => bail!(Say::NoSite(path).to(lang)),
        }
    }

    /// The folder with the site's files.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes what was laid out; an archive and a folder stay.
    pub fn close(self) -> Result<()> {
        Ok(self.unpacked.map_or(Ok(()), TempDir::close)?)
    }
}
