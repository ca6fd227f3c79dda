//! `zjtx serve`: a site on this machine, from its release archive or a folder.

use crate::{
    language::Language,
    output,
    published::{Published, words::Say},
};
use anyhow::{Context, Result};
use axum::Router;
use clap::Args;
use std::{
    net::Ipv4Addr,
    path::{Path, PathBuf},
};
use tokio::{net::TcpListener, runtime::Runtime, select};
use zjtx_evaluator::Lang;

#[derive(Args)]
pub struct Options {
    /// 发布包 zjtx-site-….zip，或网站文件夹 · release archive, or folder of a site
    #[arg(value_name = "ZIP|DIR")]
    site: PathBuf,
    #[command(flatten)]
    opening: Opening,
}

/// How a site is opened on this machine.
#[derive(Args)]
pub struct Opening {
    /// 端口；0 为任意空闲端口 · port; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// 提示的语言 · language of messages
    #[arg(long, value_enum, default_value_t)]
    pub lang: Language,
}

/// Serves until it is told to stop; what was laid out of an archive is removed then.
pub fn run(options: &Options) -> Result<bool> {
    let lang = options.opening.lang.into();
    let site = Published::open(&options.site, lang)?;
    Runtime::new()?.block_on(serve(site.folder(), options, lang))?;
    site.close()?;
    Ok(true)
}

async fn serve(folder: &Path, options: &Options, lang: Lang) -> Result<()> {
    let stop = stop()?;
    let door = Door::open((folder, &options.site), options.opening.port, lang).await?;
    output::line(&Say::Open(door.address()).to(lang))?;
    door.serve_until(stop).await
}

/// A site at an address of this machine alone.
pub struct Door {
    router: Router,
    listener: TcpListener,
    address: String,
}

impl Door {
    /// Opens the site of a folder, which people know by another name; port 0 takes a free one.
    pub async fn open((folder, name): (&Path, &Path), port: u16, lang: Lang) -> Result<Self> {
        let router = zjtx_site::router(folder).with_context(|| Say::Headers(name).to(lang))?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
        let listener = listener.with_context(|| Say::Port(port).to(lang))?;
        let address = format!("http://{}/", listener.local_addr()?);
        Ok(Self { router, listener, address })
    }

    /// The address, with a slash at its end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Answers until it is told to stop.
    pub async fn serve_until(self, stop: impl Future<Output = Result<()>>) -> Result<()> {
        select! {
            served = axum::serve(self.listener, self.router) => Ok(served?),
            stopped = stop => stopped,
        }
    }
}

/// Waits for Ctrl+C, and where there are signals for the one that ends services.
#[cfg(unix)]
pub fn stop() -> Result<impl Future<Output = Result<()>>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        Ok(())
    })
}

/// Waits for Ctrl+C.
#[cfg(not(unix))]
pub fn stop() -> Result<impl Future<Output = Result<()>>> {
    Ok(async { Ok(tokio::signal::ctrl_c().await?) })
}
