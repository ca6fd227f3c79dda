//! `zjtx packs`: what there is, for whom and when.

use crate::rules;
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;
use zjtx_evaluator::{ApplicationKind, Pack};

#[derive(Args)]
pub struct Options {
    /// 改用这个文件夹里的规则 · rules folder instead of the embedded rules
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

pub fn run(options: &Options) -> Result<bool> {
    for pack in rules::rulebook(options.rules.as_deref())?.packs() {
        println!("{}\t{}\t{}\t{}", pack.id(), pack.scheme(), pack.region(), pack.title().zh);
        spans(pack).for_each(|span| println!("\t{span}"));
    }
    Ok(true)
}

fn spans(pack: &Pack) -> impl Iterator<Item = String> {
    pack.in_force().iter().map(|row| {
        let kinds: Vec<&str> = row.kinds.iter().map(kind).collect();
        let to = row.to.map_or_else(|| "至今".to_owned(), |to| format!("至 {to}"));
        format!("{} {to} {}", row.from, kinds.join("、"))
    })
}

const fn kind(kind: &ApplicationKind) -> &'static str {
    match kind {
        ApplicationKind::First => "新申请",
        ApplicationKind::Renewal => "复核",
    }
}
