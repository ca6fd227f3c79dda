//! What `evaluate` and `advise` have in common: which dossiers, by which pack, in which form.

use crate::{input, language::Language, output, rules};
use anyhow::{Result, anyhow};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use zjtx_evaluator::{Dossier, Lang, Pack, Rulebook};

#[derive(Args)]
pub struct Options {
    /// 规则包 · pack id
    #[arg(long, value_name = "ID", conflicts_with = "scheme")]
    pack: Option<String>,
    /// 认定事项；默认 specialized_sme · scheme
    #[arg(long, value_name = "S")]
    scheme: Option<String>,
    /// 地区代码（GB/T 2260），默认按档案中的区县、城市 · region code
    #[arg(long, value_name = "CODE")]
    region: Option<String>,
    /// 输出格式 · output format
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// 文字的语言 · language of the text format
    #[arg(long, value_enum, default_value_t)]
    pub lang: Language,
    /// 改用这个文件夹里的规则 · rules folder instead of the embedded rules
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
    /// 填报档案，- 为标准输入 · dossiers; - for standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Writes a report on every file; `false` when one of them could not be read.
pub fn each(
    options: &Options,
    report: impl Fn(&Pack, &Dossier, &Rulebook) -> Result<String>,
) -> Result<bool> {
    let rulebook = rules::rulebook(options.rules.as_deref())?;
    let mut good = true;
    for file in &options.files {
        let read = dossier(file, &rulebook);
        let told = read.and_then(|dossier| report(pack(&dossier, options, &rulebook)?, &dossier, &rulebook));
        match told {
            Ok(report) => output::line(&report)?,
            Err(error) => {
                eprintln!("{error:#}");
                good = false;
            }
        }
    }
    Ok(good)
}

fn dossier(file: &Path, rulebook: &Rulebook) -> Result<Dossier> {
    let json = input::read(file)?;
    Dossier::parse(&json, rulebook.terms()).map_err(|errors| anyhow!(listed(file, &errors)))
}

fn listed(file: &Path, errors: &zjtx_evaluator::DossierErrors) -> String {
    let lines: Vec<String> =
        errors.iter().map(|error| format!("{}: {}", file.display(), error.sentence(Lang::Zh))).collect();
    lines.join("\n")
}

fn pack<'r>(dossier: &Dossier, options: &Options, rulebook: &'r Rulebook) -> Result<&'r Pack> {
    if let Some(id) = &options.pack {
        return rulebook.pack(id).ok_or_else(|| rules::no_pack(id));
    }
    let scheme = options.scheme.as_deref().unwrap_or(&rulebook.catalog().default_scheme);
    if !rulebook.catalog().schemes.iter().any(|known| known.id == scheme) {
        let known: Vec<&str> = rulebook.catalog().schemes.iter().map(|scheme| scheme.id.as_str()).collect();
        return Err(anyhow!("没有认定事项“{scheme}”；可选：{}", known.join("、")));
    }
    let region = options.region.clone().unwrap_or_else(|| rulebook.region_of(dossier));
    let found = rulebook.select(scheme, &region, dossier.as_of(), dossier.kind());
    found.ok_or_else(|| anyhow!(none_in_force(scheme, &region, dossier)))
}

fn none_in_force(scheme: &str, region: &str, dossier: &Dossier) -> String {
    let kind = dossier.kind().name(Lang::Zh);
    format!(
        "没有适用的规则包：事项 {scheme}、地区 {region}、{} {kind}；请换日期、用 --region 指明地区，或用 --pack 指定规则包",
        dossier.as_of()
    )
}
