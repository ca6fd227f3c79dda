//! `zjtx site`: the settings of a site, checked, and laid over a built site.

use crate::{input, output, rules};
use anyhow::{Context, Result, anyhow};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};
use zjtx_places::Places;
use zjtx_site_settings::{Site, build::lay_over};

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
    /// 构建好的网站 · the built site
    #[arg(value_name = "DIST")]
    built: PathBuf,
    /// 写到这个文件夹 · folder to write to
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

/// Carries out a command; bad settings are an error with their place.
pub fn run(command: &Command) -> Result<bool> {
    match command {
        Command::Check(options) => explain(&read(&options.file)?)?,
        Command::Build(options) => {
            let site = read(&options.site)?;
            lay_over(&options.built, site, options.directory.as_deref(), &options.output)?;
            output::line(&format!("网站已写到 {}", options.output.display()))?;
        }
    }
    Ok(true)
}

fn read(file: &Path) -> Result<Site> {
    let site = Site::read(&input::read(file)?, &Places::bundled())
        .map_err(|error| anyhow!("{}：{error}", file.display()))?;
    let rulebook = rules::rulebook(None)?;
    for scheme in site.offered.iter().chain(&site.ticked) {
        rules::known_scheme(&rulebook, scheme).with_context(|| format!("{}：schemes", file.display()))?;
    }
    Ok(site)
}

fn explain(site: &Site) -> Result<()> {
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
    output::line(&format!("凭证：{tokens}"))
}
