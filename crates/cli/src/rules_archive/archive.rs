//! The archive: rule files, a manifest with their hashes, and the manifest's signature.

use super::key::{Secret, Trusted};
use crate::{published::unpack, rules};
use anyhow::{Context, Result, anyhow, bail};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fs, path::Path};
use zjtx::archive::{Files, add, zip};
use zjtx_evaluator::Lang;
use zjtx_site::hash;

const MANIFEST: &str = "manifest.json";
/// 64 bytes over the manifest's bytes.
const SIGNATURE: &str = "manifest.sig";
/// Where the rule files are.
const RULES: &str = "rules/";
/// The form of manifests that this program reads.
const SCHEMA: u8 = 1;

/// Parts of a rules folder that rules consist of; others, such as settings of sites, stay.
const PARTS: [&str; 6] = ["catalog.json", "rounds.json", "terms.json", "tables/", "sources/", "packs/"];

/// What an archive says of itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Form of the manifest.
    pub schema: u8,
    /// Revision of the rules, as their maker counts.
    pub revision: String,
    /// Who signs.
    pub signer: String,
    /// Day of signing.
    pub day: String,
    /// Hash of each file by its path.
    pub files: BTreeMap<String, String>,
}

/// Rule files by their paths in the archive; the checker accepts them.
pub struct Rules(Files);

/// An archive that a trusted key signed.
pub struct Opened {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its files.
    pub rules: Rules,
    /// The key that signed it.
    pub fingerprint: String,
}

impl Rules {
    /// Reads a rules folder that the checker accepts.
    pub fn read(folder: &Path) -> Result<Self> {
        rules::rulebook(Some(folder))?;
        let mut files = Files::new();
        add(&mut files, RULES, folder)?;
        let is_rule = |path: &str| {
            path.strip_prefix(RULES).is_some_and(|path| PARTS.iter().any(|part| path.starts_with(part)))
        };
        files.retain(|path, _| is_rule(path) && path.ends_with(".json"));
        Ok(Self(files))
    }

    /// What the archive says of them.
    pub fn manifest(&self, revision: String, signer: String, day: String) -> Manifest {
        Manifest { schema: SCHEMA, revision, signer, day, files: self.hashes() }
    }

    fn hashes(&self) -> BTreeMap<String, String> {
        self.0.iter().map(|(path, bytes)| (path.clone(), hash(bytes))).collect()
    }

    /// The bytes of the signed archive.
    pub fn sign(&self, manifest: &Manifest, secret: &Secret) -> Result<Vec<u8>> {
        let text = serde_json::to_vec_pretty(manifest)?;
        let mut files = self.0.clone();
        files.insert(SIGNATURE.to_owned(), secret.sign(&text));
        files.insert(MANIFEST.to_owned(), text);
        zip(&files)
    }

    /// The files' texts by their paths in the rules folder.
    pub fn texts(&self) -> Result<BTreeMap<String, String>> {
        let text = |(path, bytes): (&String, &Vec<u8>)| {
            let path = path.trim_start_matches(RULES).to_owned();
            let text = String::from_utf8(bytes.clone());
            Ok((path.clone(), text.with_context(|| format!("{path}：不是 UTF-8 文本"))?))
        };
        self.0.iter().map(text).collect()
    }

    /// Writes the rules into a new folder, whole or not at all.
    pub fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            bail!("{}：已经存在，没有改动；请换一个新文件夹", folder.display());
        }
        let parent =
            folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let failed = || format!("{}：写不了文件夹", folder.display());
        let partial = tempfile::tempdir_in(parent).with_context(failed)?;
        for (path, bytes) in &self.0 {
            let place = partial.path().join(path.trim_start_matches(RULES));
            fs::create_dir_all(place.parent().unwrap_or(partial.path())).with_context(failed)?;
            fs::write(place, bytes).with_context(failed)?;
        }
        fs::rename(partial.keep(), folder).with_context(failed)
    }
}

/// Opens an archive; anything that was not signed by a trusted key, or is not as it was signed, is refused.
pub fn open(path: &Path, trusted: &[Trusted]) -> Result<Opened> {
    let refused = |reason: &str| anyhow!("{}：{reason}，没有采用其中的规则", path.display());
    let folder = unpack(path, Lang::Zh)?;
    let mut files = Files::new();
    add(&mut files, "", folder.path())?;
    let (text, signature) = match (files.remove(MANIFEST), files.remove(SIGNATURE)) {
        (Some(text), Some(signature)) => (text, signature),
        _ => return Err(refused("没有签名")),
    };
    let key = trusted.iter().find(|key| key.has_signed(&text, &signature));
    let key = key.ok_or_else(|| refused("不是由所信任的密钥签名，或签名之后被改动"))?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| refused("本程序不认识这种格式"))?;
    if manifest.schema != SCHEMA {
        return Err(refused("本程序不认识这种格式"));
    }
    let rules = Rules(files);
    if rules.hashes() != manifest.files {
        return Err(refused("文件与签名的清单不符"));
    }
    rules::rulebook(Some(&folder.path().join(RULES)))?;
    Ok(Opened { manifest, rules, fingerprint: key.fingerprint() })
}
