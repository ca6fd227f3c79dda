//! Laying settings, and other files where there are any, over a built site: `site.json`, the heads of its pages, its
//! header rules, and the service worker's list of what those are. Every other file stays byte for byte.

mod compress;
mod folder;
mod page;
mod replaced;
mod signature;
mod worker;

pub use compress::{brotli, gzip};
pub use page::{admit, dress};
pub use replaced::{Replaced, hashed_path, path_of};

use crate::{FILE, site::Site};
use folder::{COPIES, Folder};
use replaced::Renamed;
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Header rules of a built site.
const HEADERS: &str = "_headers";
/// Its service worker.
const WORKER: &str = "sw.js";
/// Pages whose heads name the service.
const PAGES: [&str; 3] = ["index.html", "stats/index.html", "directory/index.html"];
/// Where a site has its lists of recognised firms.
const DIRECTORY: &str = "directory";

/// Why a site could not be built.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The folder is no built site.
    #[error("{0}：不是构建好的网站（没有 site.json 或 index.html）；请指定 dist 目录")]
    NoSite(PathBuf),
    /// The folder to be written holds something else.
    #[error("{0}：目录不是空的，也不是先前生成的网站；请换一个目录")]
    Occupied(PathBuf),
    /// A file is to be replaced that the built site does not have.
    #[error("构建好的网站里没有 {0}；请用与本程序同一版的发布包")]
    Lacks(String),
    /// A file cannot be read or written.
    #[error("{path}：读写失败（{error}）")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// What is laid over a built site.
pub struct Layers<'a> {
    /// Its settings.
    pub site: Site,
    /// Files that take the place of others.
    pub files: &'a Replaced,
    /// A folder that `zjtx directory build` made; `None` for a site without lists.
    pub lists: Option<&'a Path>,
}

/// Makes a site from a built one: `built` is read, `out` is written whole or not at all.
///
/// # Errors
/// When `built` is no site or lacks a file that is to be replaced, `out` is something else, or a file fails.
pub fn lay_over(built: &Path, mut layers: Layers<'_>, out: &Path) -> Result<(), BuildError> {
    layers.site.directory = layers.lists.is_some();
    let mut folder = laid_over(built, &layers.site, layers.files)?;
    if let Some(lists) = layers.lists {
        folder.add(DIRECTORY, lists)?;
    }
    folder.write(out)
}

/// What settings and files make of a built site.
pub struct Changed {
    /// The files that change or are new, their compressed copies included.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Paths of the built site that are there no more.
    pub gone: BTreeSet<String>,
}

/// What settings and files make of a built site.
///
/// # Errors
/// When `built` is no site, or lacks a file that is to be replaced.
pub fn changed_by(built: &Path, site: &Site, files: &Replaced) -> Result<Changed, BuildError> {
    let before: BTreeSet<String> = Folder::read(built)?.paths().map(str::to_owned).collect();
    let folder = laid_over(built, site, files)?;
    let gone = before.into_iter().filter(|path| !folder.has(path)).collect();
    Ok(Changed { files: folder.changed(), gone })
}

/// Whether settings may change a file of a built site, or add it.
pub fn may_change(path: &str) -> bool {
    let plain = COPIES.iter().find_map(|copy| path.strip_suffix(copy)?.strip_suffix('.')).unwrap_or(path);
    [FILE, HEADERS, WORKER].contains(&plain) || PAGES.contains(&plain) || plain.starts_with("directory/")
}

fn laid_over(built: &Path, site: &Site, files: &Replaced) -> Result<Folder, BuildError> {
    let mut folder = Folder::read(built)?;
    let former = folder.text(FILE).and_then(|json| Site::from_json(&json));
    let (Some(former), Some(_)) = (former, folder.text(PAGES[0])) else {
        return Err(BuildError::NoSite(built.to_owned()));
    };
    let renamed = files.put_into(&mut folder)?;
    let mut changed = vec![(FILE, site.to_json())];
    for page in PAGES {
        let text = folder.text(page).map(|text| dress(&renamed_in(text, &renamed), &former.service.zh, site));
        changed.extend(text.map(|text| (page, text)));
    }
    let headers = folder.text(HEADERS);
    changed.extend(headers.map(|text| (HEADERS, admit(&text, site.endpoint.as_deref()))));
    for (path, text) in changed {
        folder.put(path, text.into_bytes());
    }
    if let Some(script) = folder.text(WORKER) {
        let script = worker::renewed(&renamed_in(script, &renamed), folder.replaced());
        folder.put(WORKER, script.into_bytes());
    }
    Ok(folder)
}

/// A text that names files by their new names.
fn renamed_in(text: String, renamed: &[Renamed]) -> String {
    renamed.iter().fold(text, |text, Renamed { from, to }| text.replace(from, to))
}
