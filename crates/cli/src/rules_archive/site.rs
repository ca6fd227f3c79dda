//! Signed rules as files that take the place of a built site's.

use super::{archive::Opened, described};
use crate::rules;
use anyhow::{Context, Result, anyhow, bail};
use serde_json::{Map, Value, json};
use std::{fs, path::Path};
use zjtx::site_rules::{SiteRules, embed};
use zjtx_evaluator::Rulebook;
use zjtx_rules::NAMED_BY;
use zjtx_site_settings::build::{Replaced, path_of};

/// What a site says of its build, and of its rules where they came apart from it.
pub const ORIGIN: &str = "release.json";
/// Its part on the rules.
pub const RULES: &str = "rules";

/// Rules that fit a built site.
pub struct Fitting {
    /// The files that take the place of the site's.
    pub files: Replaced,
    /// The rules themselves.
    pub rulebook: Rulebook,
    /// Revision, signer, day and key, in one line.
    pub told: String,
}

/// The files that signed rules make of a built site's; refused where the site is of another version than this program,
/// or the rules ask for a program that this is not.
pub fn fitting(built: &Path, opened: &Opened) -> Result<Fitting> {
    let bundle = zjtx_rules::bundle(&opened.rules.texts()?).map_err(|reason| anyhow!(reason))?;
    if bundle["terms"]["named_by"] != NAMED_BY {
        bail!("这份规则用另一个数据项作企业名称，须换用认识它的程序，没有采用");
    }
    let made = SiteRules::of(&Value::Object(bundle)).map_err(|found| anyhow!(rules::listed(&found)))?;
    let site = Site { folder: built };
    site.has_rules_of_this_program()?;
    let mut files = Replaced::default();
    files.plain.extend(made.plain.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())));
    files.plain.insert(ORIGIN.to_owned(), site.origin_with(opened)?.into_bytes());
    let frame = String::from_utf8(site.named("frame", "js")?)?;
    let frame = embed::replaced(&frame, &made.catalog).with_context(|| site.is_other())?;
    files.named.insert(("frame", "js"), frame.into_bytes());
    files.named.insert(("rules", "bin"), made.opening);
    files.named.insert(("all-rules", "bin"), made.whole);
    let told = described(&opened.manifest, &opened.fingerprint);
    Ok(Fitting { files, rulebook: made.rulebook, told })
}

/// A built site.
struct Site<'a> {
    folder: &'a Path,
}

impl Site<'_> {
    fn is_other(&self) -> String {
        format!("{}：网站与本程序不是同一版，没有采用规则；请用同一次发布的网站和程序", self.folder.display())
    }

    /// The content of a file whose name tells it.
    fn named(&self, stem: &str, ending: &str) -> Result<Vec<u8>> {
        let entries = fs::read_dir(self.folder.join("assets")).with_context(|| self.is_other())?;
        let mut paths = Vec::new();
        for entry in entries {
            paths.push(format!("assets/{}", entry?.file_name().to_string_lossy()));
        }
        let path = path_of(paths.iter().map(String::as_str), stem, ending);
        let path = path.with_context(|| self.is_other())?;
        fs::read(self.folder.join(path)).with_context(|| format!("{path}：读取失败"))
    }

    /// The compact form changes with the program: the site's own rules, read and written again, tell whether the app
    /// reads what this program writes.
    fn has_rules_of_this_program(&self) -> Result<()> {
        let bytes = self.named("all-rules", "bin")?;
        let again = Rulebook::from_compact(&bytes).map(|rulebook| rulebook.to_compact(|_| true));
        if again.is_some_and(|again| again == bytes) { Ok(()) } else { bail!(self.is_other()) }
    }

    /// What the site says of its build, with where its rules come from.
    fn origin_with(&self, opened: &Opened) -> Result<String> {
        let text = fs::read_to_string(self.folder.join(ORIGIN)).with_context(|| self.is_other())?;
        let mut origin: Map<String, Value> = serde_json::from_str(&text).with_context(|| self.is_other())?;
        let manifest = &opened.manifest;
        let rules = json!({
            "revision": manifest.revision,
            "signer": manifest.signer,
            "day": manifest.day,
            "key": opened.fingerprint,
        });
        origin.insert(RULES.to_owned(), rules);
        Ok(format!("{}\n", Value::Object(origin)))
    }
}
