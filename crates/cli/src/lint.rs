//! `zjtx lint`: proves a rules folder, or says what is wrong with it and where.

use crate::{golden, output, places, rules};
use anyhow::Result;
use clap::{Args, ValueEnum};
use serde_json::json;
use std::path::PathBuf;
use zjtx_evaluator::{Diagnostic, Rulebook, RulebookDoc};

#[derive(Args)]
pub struct Options {
    /// 规则文件夹；不写则检查内置规则 · rules folder; the embedded rules where absent
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// 示例档案文件夹：列出没有低于、等于、高于示例的门槛 · golden cases; lists thresholds that they do not try
    #[arg(long, value_name = "DIR")]
    golden: Option<PathBuf>,
    /// 输出格式 · output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// One finding a line.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// `false` when anything forbids a pack.
pub fn run(options: &Options) -> Result<bool> {
    let found = findings(options)?;
    for diagnostic in &found {
        output::line(&match options.format {
            Format::Text => diagnostic.to_string(),
            Format::Json => as_json(diagnostic).to_string(),
        })?;
    }
    let errors = found.iter().filter(|diagnostic| diagnostic.is_error()).count();
    eprintln!("错误 {errors} 项，提醒 {} 项", found.len() - errors);
    Ok(errors == 0)
}

fn findings(options: &Options) -> Result<Vec<Diagnostic>> {
    let doc: RulebookDoc = match &options.folder {
        Some(folder) => match rules::read_folder(folder)? {
            Ok(doc) => doc,
            Err(found) => return Ok(found),
        },
        None => rules::documents(None)?,
    };
    let packs = doc.packs.clone();
    let (rulebook, mut found) = Rulebook::check(doc);
    found.extend(places::findings(options.folder.as_deref())?);
    if let Some(folder) = &options.golden {
        found.extend(golden::findings(folder, &rulebook, &packs)?);
    }
    Ok(found)
}

fn as_json(diagnostic: &Diagnostic) -> serde_json::Value {
    json!({
        "code": diagnostic.code.number(),
        "severity": if diagnostic.is_error() { "error" } else { "warning" },
        "file": diagnostic.file,
        "pointer": diagnostic.pointer,
        "message": diagnostic.sentence,
    })
}
