//! File by file: the release's, made by settings, or neither.

use super::{release::Release, site::Site};
use crate::rules_archive::site::{Fitting, ORIGIN, RULES};
use anyhow::Result;
use serde_json::{Map, Value};
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
    /// The bytes that the signed rules make of the release's.
    pub rules: Vec<String>,
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
    /// The signed rules with which the site was compared, in one line.
    pub told: Option<String>,
    /// What the site says of rules that it took; `None` where it says nothing of the kind.
    pub said: Option<Map<String, Value>>,
}

impl Findings {
    /// Looks at every file of the release, as settings and these rules make it, and at what else is there.
    pub fn of(site: &Site, release: &Release, rules: Option<&Fitting>, lang: Lang) -> Result<Self> {
        let made = release.made_for(site, rules, lang)?;
        let mut findings = Self { told: rules.map(|rules| rules.told.clone()), ..Self::default() };
        let is_new = |path: &&String| release.sums.get(path).is_none();
        let new = made.files.keys().filter(is_new).map(|path| (path.as_str(), None));
        let released = release.sums.iter().filter(|(path, _)| !made.gone.contains(*path));
        for (path, released) in released.map(|(path, hash)| (path, Some(hash))).chain(new) {
            if site.shows(path) {
                let found = site.read(path, lang)?.map(|bytes| hash(&bytes));
                findings.note(path, found.as_deref(), released, made.files.get(path).map(String::as_str));
            } else {
                findings.unseen += 1;
            }
        }
        let is_known = |path: &String| release.sums.get(path).is_some() || made.files.contains_key(path);
        let is_foreign = |path: &String| path != SUMS_FILE && !is_known(path) && !may_change(path);
        findings.foreign = site.paths()?.into_iter().filter(is_foreign).collect();
        findings.said = said_rules(site, lang)?;
        Ok(findings)
    }

    /// Notes what a file was found to be: `released` is the release's hash, `made` what settings or rules make of it.
    fn note(&mut self, path: &str, found: Option<&str>, released: Option<&str>, made: Option<&str>) {
        let list = match found {
            None => &mut self.missing,
            Some(_) if found == released => return self.same += 1,
            Some(_) if found == made && may_change(path) => &mut self.settings,
            Some(_) if found == made => &mut self.rules,
            Some(_) if made.is_none() && may_change(path) => &mut self.open,
            Some(_) => &mut self.other,
        };
        list.push(path.to_owned());
    }

    /// Whether nothing was found that is not the release's or its settings'.
    pub fn is_as_released(&self) -> bool {
        [&self.other, &self.missing, &self.foreign].iter().all(|paths| paths.is_empty())
    }
}

/// What the site says of rules that it took.
fn said_rules(site: &Site, lang: Lang) -> Result<Option<Map<String, Value>>> {
    let origin: Option<Value> =
        site.read(ORIGIN, lang)?.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    Ok(origin.and_then(|origin| origin.get(RULES)?.as_object().cloned()))
}
