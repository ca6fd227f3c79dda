//! `zjtx diff`: what changed from one pack to another, in policy words.

use crate::{input, language::Language, output, rules};
use anyhow::{Result, anyhow, bail};
use clap::Args;
use std::path::{Path, PathBuf};
use zjtx_evaluator::{Diagnostic, Pack, Rulebook, RulebookDoc, diff::diff, parse_file, written::PackDoc};

#[derive(Args)]
pub struct Options {
    /// 旧规则包：编号或文件 · old pack, id or file
    #[arg(value_name = "OLD")]
    old: String,
    /// 新规则包：编号或文件 · new pack, id or file
    #[arg(value_name = "NEW")]
    new: String,
    /// 语言 · language
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
    /// 改用这个文件夹里的规则 · rules folder instead of the embedded rules
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

pub fn run(options: &Options) -> Result<bool> {
    let old = pack(&options.old, options.rules.as_deref())?;
    let new = pack(&options.new, options.rules.as_deref())?;
    let lang = options.lang.into();
    let changes = diff(&old, &new, lang);
    if changes.is_empty() {
        output::line(lang.pick("没有差别", "No differences"))?;
    }
    for change in &changes {
        output::line(&change.text(lang))?;
        for difference in &change.differences {
            output::line(&format!("    {}", difference.text(lang)))?;
        }
    }
    Ok(true)
}

/// A pack by id, or of a file read in place of the pack of its id.
fn pack(name: &str, folder: Option<&Path>) -> Result<Pack> {
    if !name.ends_with(".json") {
        return rules::rulebook(folder)?.pack(name).cloned().ok_or_else(|| rules::no_pack(name));
    }
    let text = input::read(Path::new(name))?;
    let doc: PackDoc = parse_file(name, &text).map_err(|diagnostic| anyhow!("{diagnostic}"))?;
    let (id, mut rulebook) = (doc.id.clone(), rules::documents(folder)?);
    rulebook.packs.retain(|other| other.id != id);
    rulebook.packs.push(doc);
    checked(rulebook, &id)
}

fn checked(doc: RulebookDoc, id: &str) -> Result<Pack> {
    let (rulebook, found) = Rulebook::check(doc);
    match rulebook.pack(id) {
        Some(pack) => Ok(pack.clone()),
        None => {
            let errors: Vec<Diagnostic> = found.into_iter().filter(Diagnostic::is_error).collect();
            bail!("规则包“{id}”没有通过检查：\n{}", rules::listed(&errors))
        }
    }
}
