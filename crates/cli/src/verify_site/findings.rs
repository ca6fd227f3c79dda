//! File by file: the release's, made by settings, or neither.

use super::{release::Release, site::Site};
use anyhow::Result;
use zjtx_evaluator::Lang;
use zjtx_site::{SUMS_FILE, hash};
use zjtx_site_settings::build::may_change;

/// Paths of a site's files by what was found of them.
#[derive(Default)]
pub struct Findings {
    /// The release's bytes.
    pub same: usize,
    /// The bytes that the site's settings make of the release's.
    pub settings: Vec<String>,
    /// Other bytes than the release's where settings may change them: not known to be those of settings.
    pub open: Vec<String>,
    /// Other bytes than the release's.
    pub other: Vec<String>,
    /// Not there.
    pub missing: Vec<String>,
    /// Not of the release, nor lists of firms.
    pub foreign: Vec<String>,
    /// Files that a server does not show by themselves.
    pub unseen: usize,
}

impl Findings {
    /// Looks at every file of the release, and at what else is there.
    pub fn of(site: &Site, release: &Release, lang: Lang) -> Result<Self> {
        let by_settings = release.with_settings_of(site, lang)?;
        let mut findings = Self::default();
        for (path, expected) in release.sums.iter() {
            if !site.shows(path) {
                findings.unseen += 1;
                continue;
            }
            let found = site.read(path, lang)?.map(|bytes| hash(&bytes));
            let made = by_settings.get(path);
            match found {
                None => findings.missing.push(path.to_owned()),
                Some(found) if found == expected => findings.same += 1,
                Some(found) if made == Some(&found) => findings.settings.push(path.to_owned()),
                Some(_) if made.is_none() && may_change(path) => findings.open.push(path.to_owned()),
                Some(_) => findings.other.push(path.to_owned()),
            }
        }
        let is_foreign =
            |path: &String| path != SUMS_FILE && release.sums.get(path).is_none() && !may_change(path);
        findings.foreign = site.paths()?.into_iter().filter(is_foreign).collect();
        Ok(findings)
    }

    /// Whether nothing was found that is not the release's or its settings'.
    pub fn is_as_released(&self) -> bool {
        [&self.other, &self.missing, &self.foreign].iter().all(|paths| paths.is_empty())
    }
}
