//! `zjtx verify-site`: the files of a site beside those of its release.

mod address;
mod findings;
mod release;
mod site;
mod words;

use crate::{
    language::Language,
    output,
    rules_archive::{self, site::Fitting},
};
use anyhow::{Context, Result};
use clap::Args;
use findings::Findings;
use release::Release;
use site::Site;
use std::path::{Path, PathBuf};
use words::Say;
use zjtx_evaluator::Lang;

#[derive(Args)]
pub struct Options {
    /// 网站文件夹、发布包或网址 · folder, archive or address of the site
    #[arg(value_name = "DIR|ZIP|URL")]
    site: String,
    /// 发布包 zjtx-site-….zip 或其中的 SHA256SUMS；不写则用网站自带的 SHA256SUMS · the release
    #[arg(long, value_name = "ZIP|SHA256SUMS")]
    release: Option<PathBuf>,
    /// 网站换用的签名规则；须用 --release 指定发布包 · the signed rules that the site took
    #[arg(long, value_name = "ZIP", requires_all = ["release", "trusted"])]
    rules: Option<PathBuf>,
    /// 签名者的公钥文件 · public keys of who signs
    #[arg(long, value_name = "FILE", requires = "rules")]
    trusted: Vec<PathBuf>,
    /// 提示的语言 · language of messages
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
}

/// Compares; `false` where a file is not the release's.
pub fn run(options: &Options) -> Result<bool> {
    let lang = options.lang.into();
    let site = Site::open(&options.site, lang)?;
    let release = match &options.release {
        Some(path) => Release::open(path, lang)?,
        None => Release::said_by(&site, lang)?,
    };
    let rules = options.rules.as_deref().map(|rules| fitting(rules, options, &release, lang)).transpose()?;
    let findings = Findings::of(&site, &release, rules.as_ref(), lang)?;
    output::write(&words::report(&findings, &release, &site, lang))?;
    Ok(findings.is_as_released())
}

/// What the signed rules make of the release.
fn fitting(rules: &Path, options: &Options, release: &Release, lang: Lang) -> Result<Fitting> {
    let opened = rules_archive::open(rules, &rules_archive::trusted(&options.trusted)?)?;
    let files = release.files.as_ref().with_context(|| Say::RulesOfAnArchive.to(lang))?;
    rules_archive::site::fitting(files.folder(), &opened)
}
