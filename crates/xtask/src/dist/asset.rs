//! A file of the site, before it gets its place there.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use zjtx_site_settings::build::hashed_path;

/// Folders that stand in the sources' names but not in the site's addresses; the first that fits counts.
const OWN_FOLDERS: &[&str] = &["static/site/", "static/", "pkg/"];

/// Who names a file of the site by its content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// A page, or nobody.
    ByPage,
    /// The app's glue.
    ByGlue {
        /// Whether it is loaded when a result is opened.
        for_result: bool,
    },
}

/// A file and the name that the page's source has for it, such as `static/site/boot.js`.
pub(crate) struct Asset {
    pub(crate) source: String,
    pub(crate) bytes: Vec<u8>,
    /// Who names it.
    pub(crate) named: Named,
}

impl Asset {
    pub(crate) fn new(source: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { source: source.into(), bytes, named: Named::ByPage }
    }

    /// A file that no page names but the app's glue; `for_result` where a result needs it.
    pub(crate) fn named_by_glue(source: impl Into<String>, bytes: Vec<u8>, for_result: bool) -> Self {
        Self { named: Named::ByGlue { for_result }, ..Self::new(source, bytes) }
    }

    /// The path in the site that changes with the content, such as `assets/boot-0123456789ab.js`.
    pub(crate) fn hashed_path(&self) -> String {
        let file = self.source.rsplit('/').next().unwrap_or(&self.source);
        let (stem, extension) = file.split_once('.').unwrap_or((file, ""));
        hashed_path(stem, extension, &self.bytes)
    }

    /// The path in the site that is the same for every content: the source's without the folders that are no
    /// part of the site's addresses.
    pub(crate) fn plain_path(&self) -> &str {
        let path = OWN_FOLDERS.iter().find_map(|folder| self.source.strip_prefix(folder));
        path.unwrap_or(&self.source)
    }
}

/// The file of a path below `root`, named by that path.
pub(crate) fn file(root: &Path, source: &str) -> Result<Asset> {
    let bytes = fs::read(root.join(source)).with_context(|| format!("{source} could not be read"))?;
    Ok(Asset::new(source, bytes))
}

/// All files of `folder`, a path below `root`, in the order of their names.
pub(crate) fn below(root: &Path, folder: &str) -> Result<Vec<Asset>> {
    let place = root.join(folder);
    let entries = fs::read_dir(&place).with_context(|| format!("{} could not be read", place.display()))?;
    let mut names = entries
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<_>>>()?;
    names.sort();
    let mut assets = Vec::new();
    for name in names {
        let source = format!("{folder}/{name}");
        let file = root.join(&source);
        if file.is_dir() {
            assets.extend(below(root, &source)?);
        } else {
            assets.push(Asset::new(source, fs::read(&file)?));
        }
    }
    Ok(assets)
}

#[cfg(test)]
mod tests {
    use super::Asset;

    #[test]
    fn the_plain_name_leaves_the_sources_own_folders_out() {
        for (source, expected) in [
            ("static/embed/v1.js", "embed/v1.js"),
            ("static/site/icons/icon.svg", "icons/icon.svg"),
            ("pkg/criteria.html", "criteria.html"),
        ] {
            assert_eq!(Asset::new(source, Vec::new()).plain_path(), expected);
        }
    }
}
