//! `zjtx verify-site`: the files of a site beside those of its release.

mod address;
mod findings;
mod release;
mod site;
mod words;

use crate::{language::Language, output};
use anyhow::Result;
use clap::Args;
use findings::Findings;
use release::Release;
use site::Site;
use std::path::PathBuf;

#[derive(Args)]
pub struct Options {
    /// 网站文件夹、发布包或网址 · folder, archive or address of the site
    #[arg(value_name = "DIR|ZIP|URL")]
    site: String,
    /// 发布包 zjtx-site-….zip 或其中的 SHA256SUMS；不写则用网站自带的 SHA256SUMS · the release
    #[arg(long, value_name = "ZIP|SHA256SUMS")]
    release: Option<PathBuf>,
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
    let findings = Findings::of(&site, &release, lang)?;
    output::write(&words::report(&findings, &release, &site, lang))?;
    Ok(findings.is_as_released())
}
