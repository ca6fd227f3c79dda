//! Golden cases: `{"dossier": …, "expect": {"pack id": …}}`, one a file, and what is left to the generated
//! boundary cases.

use crate::input;
use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};
use zjtx_evaluator::{Code, Diagnostic, Dossier, GoldenCase, Lang, Rulebook, untried, written::PackDoc};

/// The file beside the cases that names thresholds which only generated cases try.
const LEFT_TO_BOUNDARIES: &str = "left-to-boundaries.json";

/// Thresholds of one pack, with the reason why no golden case is written for them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LeftToBoundaries {
    pack: String,
    /// Pointer to a threshold or to what all of them stand in.
    pointer: String,
    reason: String,
}

/// Thresholds that neither a case of the folder tries nor is left to the boundary cases.
pub fn findings(folder: &Path, rulebook: &Rulebook, packs: &[PackDoc]) -> Result<Vec<Diagnostic>> {
    let mut found = untried(rulebook, packs, &cases(folder, rulebook)?);
    for left in left_to_boundaries(folder)? {
        let before = found.len();
        found.retain(|diagnostic| !left.covers(diagnostic));
        if left.reason.is_empty() || found.len() == before {
            let LeftToBoundaries { pack, pointer, .. } = &left;
            bail!(
                "{LEFT_TO_BOUNDARIES}：{pack}#{pointer} 没有写理由，或已没有要留给生成档案的门槛，请补写或删去"
            );
        }
    }
    Ok(found)
}

impl LeftToBoundaries {
    fn covers(&self, diagnostic: &Diagnostic) -> bool {
        let inside = diagnostic.pointer.strip_prefix(&self.pointer);
        diagnostic.code == Code::NoGoldenCase
            && diagnostic.file == format!("packs/{}.json", self.pack)
            && inside.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

fn left_to_boundaries(folder: &Path) -> Result<Vec<LeftToBoundaries>> {
    let path = folder.join(LEFT_TO_BOUNDARIES);
    if !path.exists() {
        return Ok(Vec::new());
    }
    serde_json::from_str(&input::read(&path)?)
        .with_context(|| format!("{}：应为 pack、pointer、reason 的列表", path.display()))
}

/// The cases of a folder and the folders within it, once for each pack that they expect something of.
fn cases(folder: &Path, rulebook: &Rulebook) -> Result<Vec<GoldenCase>> {
    let mut cases = Vec::new();
    for path in json_files(folder)? {
        let json: Value = serde_json::from_str(&input::read(&path)?)
            .with_context(|| format!("{}：不是 JSON", path.display()))?;
        let dossier = Dossier::parse(&json["dossier"].to_string(), rulebook.terms()).map_err(|errors| {
            let lines: Vec<String> = errors.iter().map(|error| error.sentence(Lang::Zh)).collect();
            anyhow!("{}：{}", path.display(), lines.join("；"))
        })?;
        let packs = expected_packs(&json["expect"], rulebook).into_iter();
        cases.extend(packs.map(|pack| GoldenCase { pack, dossier: dossier.clone() }));
    }
    Ok(cases)
}

/// Ids of the packs that a case expects something of; of a mere size class, the first with a size table.
fn expected_packs(expect: &Value, rulebook: &Rulebook) -> Vec<String> {
    if expect.get("size_class").is_some() {
        let pack = rulebook.packs().iter().find(|pack| pack.size_table().is_some());
        return pack.map(|pack| pack.id().to_owned()).into_iter().collect();
    }
    expect.as_object().into_iter().flat_map(|expect| expect.keys().cloned()).collect()
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{}：打不开文件夹", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(json_files(&path)?);
        } else if is_case(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn is_case(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json")
        && path.file_name().is_some_and(|name| name != LEFT_TO_BOUNDARIES)
}
