//! Which rules a command works with: the embedded ones, or those of a folder.

use crate::input;
use anyhow::{Context, Result, anyhow, bail};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use zjtx_evaluator::{Diagnostic, Rulebook, RulebookDoc};

/// The rules in force for a command.
pub fn rulebook(folder: Option<&Path>) -> Result<Rulebook> {
    let Some(folder) = folder else {
        return Rulebook::load(zjtx_rules::BUNDLE).map_err(|found| anyhow!(listed(&found)));
    };
    let (rulebook, found) = Rulebook::check(documents(Some(folder))?);
    let errors: Vec<Diagnostic> = found.into_iter().filter(Diagnostic::is_error).collect();
    if errors.is_empty() { Ok(rulebook) } else { bail!("规则没有通过检查：\n{}", listed(&errors)) }
}

/// The documents of a folder, or the embedded ones, that could be read.
pub fn documents(folder: Option<&Path>) -> Result<RulebookDoc> {
    match folder {
        Some(folder) => read_folder(folder)?.map_err(|found| anyhow!(listed(&found))),
        None => serde_json::from_str(zjtx_rules::BUNDLE).map_err(|error| anyhow!("内置规则：{error}")),
    }
}

/// A pack that was asked for does not exist.
pub fn no_pack(id: &str) -> anyhow::Error {
    anyhow!("没有规则包“{id}”；zjtx packs 列出全部规则包")
}

/// Refuses schemes that do not exist.
pub fn known_scheme(rulebook: &Rulebook, scheme: &str) -> Result<()> {
    let known: Vec<&str> = rulebook.catalog().schemes.iter().map(|scheme| scheme.id.as_str()).collect();
    if known.contains(&scheme) {
        Ok(())
    } else {
        bail!("没有认定事项“{scheme}”；可选：{}", known.join("、"))
    }
}

/// One diagnostic a line.
pub fn listed(found: &[Diagnostic]) -> String {
    let lines: Vec<String> = found.iter().map(Diagnostic::to_string).collect();
    lines.join("\n")
}

/// The files of a rules folder; what cannot be read as its kind of file is reported with its place.
pub fn read_folder(folder: &Path) -> Result<Result<RulebookDoc, Vec<Diagnostic>>> {
    let mut files = BTreeMap::new();
    for name in ["", "tables", "sources", "packs"] {
        for path in json_files(&folder.join(name))? {
            let file = path.strip_prefix(folder).unwrap_or(&path);
            files.insert(file.to_string_lossy().replace('\\', "/"), input::read(&path)?);
        }
    }
    Ok(RulebookDoc::from_files(&files))
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{}：打不开文件夹", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    Ok(paths)
}
