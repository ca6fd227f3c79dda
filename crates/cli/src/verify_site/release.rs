//! What the files of a site should be.

use super::{site::Site, words::Say};
use crate::{input, published::Published, rules_archive::site::Fitting};
use anyhow::{Context, Result};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use zjtx_evaluator::Lang;
use zjtx_site::{SUMS_FILE, Sums, hash};
use zjtx_site_settings::{
    FILE,
    build::{Replaced, changed_by},
};

/// The hashes of a release, and its files where they are at hand.
pub struct Release {
    /// Hashes of its files.
    pub sums: Sums,
    /// Hash of the list of hashes, as it is published.
    pub hash: String,
    /// The release archive; `None` where only hashes are known.
    pub files: Option<Published>,
    /// Whether the list is the site's own, which proves nothing before it is compared with what is published.
    pub is_own: bool,
}

impl Release {
    /// Reads a release archive, or its list of hashes.
    pub fn open(path: &Path, lang: Lang) -> Result<Self> {
        if path.file_name().is_some_and(|name| name.to_string_lossy().contains(SUMS_FILE)) {
            return Self::of(&input::read(path)?, None, false).with_context(|| Say::NoSums.to(lang));
        }
        let files = Published::open(path, lang)?;
        let text = input::read(&files.folder().join(SUMS_FILE))?;
        Self::of(&text, Some(files), false).with_context(|| Say::NoSums.to(lang))
    }

    /// What a site says of itself.
    pub fn said_by(site: &Site, lang: Lang) -> Result<Self> {
        let bytes = site.read(SUMS_FILE, lang)?.unwrap_or_default();
        Self::of(&String::from_utf8_lossy(&bytes), None, true).with_context(|| Say::NoSums.to(lang))
    }

    fn of(text: &str, files: Option<Published>, is_own: bool) -> Option<Self> {
        Some(Self { sums: Sums::parse(text)?, hash: hash(text.as_bytes()), files, is_own })
    }

    /// What the settings of `site`, and these rules, make of the release; nothing where its files are not at hand, or
    /// the site's settings cannot be read.
    pub fn made_for(&self, site: &Site, rules: Option<&Fitting>, lang: Lang) -> Result<Made> {
        let settings = site.read(FILE, lang)?.and_then(|json| String::from_utf8(json).ok());
        let settings = settings.and_then(|json| zjtx_site_settings::Site::from_json(&json));
        let (Some(files), Some(settings)) = (&self.files, settings) else { return Ok(Made::default()) };
        let none = Replaced::default();
        let changed = changed_by(files.folder(), &settings, rules.map_or(&none, |rules| &rules.files))?;
        let hashes = changed.files.into_iter().map(|(path, bytes)| (path, hash(&bytes)));
        Ok(Made { files: hashes.collect(), gone: changed.gone })
    }
}

/// What was made of a release for a site.
#[derive(Default)]
pub struct Made {
    /// Hashes of the files that are other or new, by their paths.
    pub files: BTreeMap<String, String>,
    /// Paths of the release whose files have other names.
    pub gone: BTreeSet<String>,
}
