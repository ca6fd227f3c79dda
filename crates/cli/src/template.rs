//! `zjtx template`: the workbook to fill for `zjtx batch`.

use crate::{occasion, rules};
use anyhow::{Context, Result};
use clap::Args;
use std::{fs::File, io::Write, path::PathBuf};

#[derive(Args)]
pub struct Options {
    /// 写到这个 .xlsx 文件，- 为标准输出 · file to write; - for standard output
    #[arg(value_name = "OUT")]
    output: PathBuf,
    /// 按这一天在用的规则和年度；默认今天 · day whose rules and years are asked for; today
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,
    /// 改用这个文件夹里的规则 · rules folder instead of the embedded rules
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

/// Writes the template.
pub fn run(options: &Options) -> Result<bool> {
    let rulebook = rules::rulebook(options.rules.as_deref())?;
    let bytes = zjtx_spreadsheet::template(&rulebook, occasion::day(options.as_of.as_deref())?)?;
    if options.output.as_os_str() == "-" {
        std::io::stdout().lock().write_all(&bytes)?;
    } else {
        // A file of this name may be a template that somebody has filled.
        let created = File::create_new(&options.output).and_then(|mut file| file.write_all(&bytes));
        created.with_context(|| format!("{}：写不了文件；已有的文件不会覆盖", options.output.display()))?;
    }
    Ok(true)
}
