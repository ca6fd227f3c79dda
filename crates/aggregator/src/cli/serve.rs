//! `serve`: the server, until it is told to stop.

use std::sync::Arc;
use std::{fs, io};

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::fmt;
use zjtx_aggregator::clock::{Clock, SystemClock};
use zjtx_aggregator::server::Server;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::Database;

/// Runs the server on the machine's clock.
pub(crate) fn run(settings: Settings) -> Result<()> {
    serve(settings, Arc::new(SystemClock), false)
}

/// Runs the server; prints its address once it listens.
pub(super) fn serve(settings: Settings, clock: Arc<dyn Clock>, demo: bool) -> Result<()> {
    let level: tracing::Level = settings.log.level.parse().context("log.level")?;
    fmt().with_max_level(level).with_ansi(false).with_writer(io::stderr).init();
    if let Database::Sqlite(file) = settings.database() {
        let folder = file.parent().context("数据库路径有误")?;
        fs::create_dir_all(folder).with_context(|| format!("无法建立目录 {}", folder.display()))?;
    }
    let server = Server::new(settings.clone(), clock, demo)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(listen(server, settings))
}

async fn listen(server: Server, settings: Settings) -> Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let stop = async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    };
    let metrics = match settings.metrics_listen {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    let listener = bind(settings.listen).await?;
    if let Some(metrics) = &metrics {
        println!("serving the figures at http://{}/metrics", metrics.local_addr()?);
    }
    let content = if settings.site.is_some() { "site" } else { "endpoint" };
    println!("serving the {content} at http://{}/", listener.local_addr()?);
    server.run(listener, metrics, stop).await;
    Ok(())
}

async fn bind(address: std::net::SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("无法监听 {address}；可在配置中换一个端口，0 为任意空闲端口"))
}
