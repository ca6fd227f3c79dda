//! Laying settings over a built site: `site.json`, the heads of its pages, its header rules, and the service
//! worker's list of what those are. Every other file stays byte for byte.

mod compress;
mod folder;
mod page;
mod worker;

pub use compress::{brotli, gzip};
pub use page::{admit, dress};

use crate::{FILE, site::Site};
use folder::{COPIES, Folder};
use std::{
    collections::BTreeMap,
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
    /// A file cannot be read or written.
    #[error("{path}：读写失败（{error}）")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// Makes a site of settings from a built site: `built` is read, `out` is written whole or not at all. `lists` is
/// a folder that `zjtx directory build` made.
///
/// # Errors
/// When `built` is no site, `out` is something else, or a file fails.
pub fn lay_over(built: &Path, mut site: Site, lists: Option<&Path>, out: &Path) -> Result<(), BuildError> {
    site.directory = lists.is_some();
    let mut folder = laid_over(built, &site)?;
    if let Some(lists) = lists {
        folder.add(DIRECTORY, lists)?;
    }
    folder.write(out)
}

/// The files of a built site that settings change, their compressed copies included, as those settings make them.
///
/// # Errors
/// When `built` is no site.
pub fn changed_by(built: &Path, site: &Site) -> Result<BTreeMap<String, Vec<u8>>, BuildError> {
    Ok(laid_over(built, site)?.changed())
}

/// Whether settings may change a file of a built site, or add it.
pub fn may_change(path: &str) -> bool {
    let plain = COPIES.iter().find_map(|copy| path.strip_suffix(copy)?.strip_suffix('.')).unwrap_or(path);
    [FILE, HEADERS, WORKER].contains(&plain) || PAGES.contains(&plain) || plain.starts_with("directory/")
}

fn laid_over(built: &Path, site: &Site) -> Result<Folder, BuildError> {
    let mut folder = Folder::read(built)?;
    let former = folder.text(FILE).and_then(|json| Site::from_json(&json));
    let (Some(former), Some(_)) = (former, folder.text(PAGES[0])) else {
        return Err(BuildError::NoSite(built.to_owned()));
    };
    let mut changed = vec![(FILE, site.to_json())];
    for page in PAGES {
        let text = folder.text(page);
        changed.extend(text.map(|text| (page, dress(&text, &former.service.zh, site))));
    }
    let headers = folder.text(HEADERS);
    changed.extend(headers.map(|text| (HEADERS, admit(&text, site.endpoint.as_deref()))));
    if let Some(script) = folder.text(WORKER) {
        let before = changed.iter().map(|(path, text)| (folder.bytes(path), text.as_bytes()));
        changed.push((WORKER, worker::renewed(&script, before)));
    }
    for (path, text) in changed {
        folder.put(path, text.into_bytes());
    }
    Ok(folder)
}
