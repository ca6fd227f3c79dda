//! `zjtx packs`: what there is, for whom and when.

use crate::{output, rules};
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;
use zjtx_evaluator::{Lang, Words};

#[derive(Args)]
pub struct Options {
    /// 改用这个文件夹里的规则 · rules folder instead of the embedded rules
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

pub fn run(options: &Options) -> Result<bool> {
    for pack in rules::rulebook(options.rules.as_deref())?.packs() {
        let (id, scheme, region, title) = (pack.id(), pack.scheme(), pack.region(), &pack.title().zh);
        output::line(&format!("{id}\t{scheme}\t{region}\t{title}"))?;
        let words = Words::of(pack, Lang::Zh);
        for row in pack.in_force() {
            output::line(&format!("\t{}", words.validity(row.span(), &row.kinds)))?;
        }
    }
    Ok(true)
}
