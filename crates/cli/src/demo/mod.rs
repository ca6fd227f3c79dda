//! `zjtx demo`: the site with a made-up firm, list, directory and weeks of counts, and one page of links to them.

mod endpoint;
mod firms;
mod found;
mod page;
mod words;

use crate::{
    directory, output,
    published::Published,
    rules,
    serve::{self, Door, Opening},
};
use anyhow::{Context, Result, anyhow};
use clap::Args;
use endpoint::Endpoint;
use page::{FIRM, FOLDER, LIST};
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use words::Say;
use zjtx_evaluator::Lang;
use zjtx_places::Places;
use zjtx_site_settings::{
    DEFAULT, Settings, Site,
    build::{Layers, Replaced, lay_over},
};

/// The made-up firm's answers, to be opened on the page.
const ANSWERS: &str = include_str!("firm.dossier.json");

#[derive(Args)]
pub struct Options {
    /// 发布包或网站文件夹；不写则在当前目录和本程序旁边找 · archive or folder of the site; looked for where absent
    #[arg(value_name = "ZIP|DIR")]
    site: Option<PathBuf>,
    #[command(flatten)]
    opening: Opening,
}

/// Lays the demonstration out in a temporary folder and serves it until it is told to stop; nothing stays.
pub fn run(options: &Options) -> Result<bool> {
    let lang = options.opening.lang.into();
    let site = options.site.clone().or_else(found::site).with_context(|| Say::NoSite.to(lang))?;
    let site = Published::open(&site, lang)?;
    let folder = tempfile::tempdir().with_context(|| crate::published::words::Say::NoRoom.to(lang))?;
    let program = found::endpoint();
    let made = lay_out(site.folder(), folder.path(), program.is_some())?;
    site.close()?;
    Runtime::new()?.block_on(serve(&made, &folder, (program, options.opening.port), lang))?;
    folder.close()?;
    Ok(true)
}

/// Makes the site with lists of made-up firms and the files to be opened on it; returns its folder.
fn lay_out(site: &Path, folder: &Path, has_counts: bool) -> Result<PathBuf> {
    let (lists, made) = (folder.join("directory"), folder.join("site"));
    let mut settings = Settings::parse(DEFAULT).map_err(|error| anyhow!("{error}"))?;
    settings.statistics.on = has_counts;
    let settings = Site::of(settings, &Places::bundled()).map_err(|error| anyhow!("{error}"))?;
    directory::build_into(
        &firms::write_lists(&folder.join("lists"), &settings, &rules::rulebook(None)?)?,
        &lists,
    )?;
    let list = firms::list(&settings);
    let layers = Layers { site: settings, files: &Replaced::default(), lists: Some(&lists) };
    lay_over(site, layers, &made)?;
    fs::create_dir(made.join(FOLDER))?;
    fs::write(made.join(FOLDER).join(FIRM), ANSWERS)?;
    fs::write(made.join(FOLDER).join(LIST), list)?;
    Ok(made)
}

/// Serves the folder by the endpoint where that program is at hand, else by itself, without counts.
async fn serve(
    made: &Path,
    folder: &TempDir,
    (program, port): (Option<PathBuf>, u16),
    lang: Lang,
) -> Result<()> {
    let page = made.join(FOLDER).join("index.html");
    let stop = serve::stop()?;
    let Some(program) = program else {
        output::line(&Say::NoCounts.to(lang))?;
        fs::write(page, page::page(None, lang))?;
        let door = Door::open((made, made), port, lang).await?;
        output::line(&Say::Open(&format!("{}{FOLDER}/", door.address())).to(lang))?;
        return door.serve_until(stop).await;
    };
    let endpoint = Endpoint::start(&program, made, folder.path(), port).await;
    let mut endpoint = endpoint.with_context(|| program.display().to_string())?;
    fs::write(page, page::page(Some(endpoint.officers()), lang))?;
    output::line(&Say::Open(&format!("{}{FOLDER}/", endpoint.address())).to(lang))?;
    endpoint.serve_until(stop).await
}
