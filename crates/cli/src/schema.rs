//! `zjtx schema`: JSON Schemas of the rule files, for editors.

use crate::output;
use anyhow::{Context, Result};
use clap::Args;
use std::{fs, path::PathBuf};
use zjtx_evaluator::written::schema::schemas;

#[derive(Args)]
pub struct Options {
    /// 写到这个文件夹 · folder to write to
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Writes one file for each kind of rule file.
pub fn run(options: &Options) -> Result<bool> {
    fs::create_dir_all(&options.folder)
        .with_context(|| format!("{}：建不了文件夹", options.folder.display()))?;
    let places = ("places", zjtx_places::schema());
    for (name, schema) in schemas().into_iter().chain([places]) {
        let path = options.folder.join(format!("{name}.json"));
        let text = format!("{}\n", serde_json::to_string_pretty(&schema)?);
        fs::write(&path, text).with_context(|| format!("{}：写不了文件", path.display()))?;
        output::line(&path.display().to_string())?;
    }
    Ok(true)
}
