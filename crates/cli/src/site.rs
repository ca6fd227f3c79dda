//! `zjtx site`: the settings of a site, checked, and laid over a built site.

use crate::{
    input, output,
    published::Published,
    rules,
    rules_archive::{self, Trusted},
};
use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};
use zjtx_evaluator::{Lang, Rulebook};
use zjtx_places::Places;
use zjtx_site_settings::{
    Settings, Site,
    build::{Layers, Replaced, lay_over},
};

#[derive(Subcommand)]
pub enum Command {
    /// 检查设置文件，说明它的含义 · check a settings file and say what it means
    Check(CheckOptions),
    /// 由构建好的网站生成该站点 · make the site from a built one
    Build(BuildOptions),
}

#[derive(Args)]
pub struct CheckOptions {
    /// 设置文件 · settings file
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Args)]
pub struct BuildOptions {
    /// 设置文件 · settings file
    #[arg(long, value_name = "FILE")]
    site: PathBuf,
    /// 名录文件夹，由 zjtx directory build 生成 · lists of recognised firms
    #[arg(long, value_name = "DIR")]
    directory: Option<PathBuf>,
    /// 换用签名的规则；信任谁的签名，写在设置的 [rules] trusted · signed rules in place of the built ones
    #[arg(long, value_name = "ZIP")]
    rules: Option<PathBuf>,
    /// 构建好的网站，文件夹或发布包 · the built site, folder or release archive
    #[arg(value_name = "DIST|ZIP")]
    built: PathBuf,
    /// 写到这个文件夹 · folder to write to
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

/// Carries out a command; bad settings are an error with their place.
pub fn run(command: &Command) -> Result<bool> {
    match command {
        Command::Check(options) => {
            let settings = read(&options.file)?;
            let keys = trusted(&settings, &options.file)?;
            explain(&meant(settings, &options.file, &rules::rulebook(None)?)?, &keys)?;
        }
        Command::Build(options) => build(options)?,
    }
    Ok(true)
}

fn build(options: &BuildOptions) -> Result<()> {
    let settings = read(&options.site)?;
    let archive = options.built.is_file().then(|| Published::open(&options.built, Lang::Zh)).transpose()?;
    let built = archive.as_ref().map_or(options.built.as_path(), Published::folder);
    let (files, rulebook, told) = match &options.rules {
        None => (Replaced::default(), rules::rulebook(None)?, None),
        Some(rules) => {
            let keys = trusted(&settings, &options.site)?;
            if keys.is_empty() {
                bail!("{}：[rules] trusted 没有写信任谁的签名，没有采用规则", options.site.display());
            }
            let fitting = rules_archive::site::fitting(built, &rules_archive::open(rules, &keys)?)?;
            (fitting.files, fitting.rulebook, Some(fitting.told))
        }
    };
    let site = meant(settings, &options.site, &rulebook)?;
    let lists = options.directory.as_deref();
    lay_over(built, Layers { site, files: &files, lists }, &options.output)?;
    told.map_or(Ok(()), |told| output::line(&told))?;
    output::line(&format!("网站已写到 {}", options.output.display()))?;
    archive.map_or(Ok(()), Published::close)
}

fn read(file: &Path) -> Result<Settings> {
    Settings::parse(&input::read(file)?).map_err(|error| anyhow!("{}：{error}", file.display()))
}

/// What settings mean, with schemes that the rules have.
fn meant(settings: Settings, file: &Path, rulebook: &Rulebook) -> Result<Site> {
    let site = Site::of(settings, &Places::bundled());
    let site = site.map_err(|error| anyhow!("{}：{error}", file.display()))?;
    for scheme in site.offered.iter().chain(&site.ticked) {
        rules::known_scheme(rulebook, scheme).with_context(|| format!("{}：schemes", file.display()))?;
    }
    Ok(site)
}

/// The keys whose signatures the settings trust.
fn trusted(settings: &Settings, file: &Path) -> Result<Vec<Trusted>> {
    let key = |line: &String| {
        Trusted::of_line(line).with_context(|| format!("{}：rules.trusted：“{line}”", file.display()))
    };
    settings.rules.trusted.iter().map(key).collect()
}

fn explain(site: &Site, keys: &[Trusted]) -> Result<()> {
    let office = site.office.as_ref().map_or("未写：显示为演示站点", |office| &office.name.zh);
    let endpoint = site.endpoint.as_deref().unwrap_or("不开通");
    let areas: Vec<String> =
        site.areas.iter().map(|area| format!("{} {}", area.code, area.name.zh)).collect();
    output::line(&format!("服务名称：{}", site.service.zh))?;
    output::line(&format!("主办单位：{office}"))?;
    output::line(&format!("服务区域：{} {}", site.area.code, site.area.name.zh))?;
    output::line(&format!("统计区域（{} 个）：{}", areas.len(), areas.join("、")))?;
    output::line(&format!("统计接口：{endpoint}"))?;
    let tokens = site.tokens.as_deref().map_or("不使用".to_owned(), |key| format!("使用，核验公钥 {key}"));
    output::line(&format!("凭证：{tokens}"))?;
    let fingerprints: Vec<String> = keys.iter().map(Trusted::fingerprint).collect();
    let signers = if keys.is_empty() {
        "未写：不接受另外的规则".to_owned()
    } else {
        fingerprints.join("、")
    };
    output::line(&format!("信任的规则签名（密钥指纹）：{signers}"))
}
