//! Golden cases: `{"dossier": …, "expect": {"pack id": …}}`, one a file.

use crate::input;
use anyhow::{Context, Result, anyhow};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};
use zjtx_evaluator::{Dossier, GoldenCase, Lang, Rulebook};

/// The cases of a folder and the folders within it, once for each pack that they expect something of.
pub fn cases(folder: &Path, rulebook: &Rulebook) -> Result<Vec<GoldenCase>> {
    let mut cases = Vec::new();
    for path in json_files(folder)? {
        let json: Value = serde_json::from_str(&input::read(&path)?)
            .with_context(|| format!("{}：不是 JSON", path.display()))?;
        let dossier = Dossier::parse(&json["dossier"].to_string(), rulebook.terms()).map_err(|errors| {
            let lines: Vec<String> = errors.iter().map(|error| error.sentence(Lang::Zh)).collect();
            anyhow!("{}：{}", path.display(), lines.join("；"))
        })?;
        let packs = json["expect"].as_object().into_iter().flat_map(|expect| expect.keys());
        cases.extend(packs.map(|pack| GoldenCase { pack: pack.clone(), dossier: dossier.clone() }));
    }
    Ok(cases)
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{}：打不开文件夹", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(json_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
