//! `serve`: the server, until it is told to stop.

use std::sync::Arc;
use std::time::Duration;
use std::{fs, io};

use anyhow::{Context, Result, ensure};
use listenfd::ListenFd;
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::fmt;
use zjtx_aggregator::clock::{Clock, SystemClock};
use zjtx_aggregator::release::chain;
use zjtx_aggregator::server::Server;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::{Database, SCHEMA_VERSION, Scope};

use super::token;

/// Files that the server keeps open besides its connections.
const OTHER_FILES: u64 = 100;

/// How long threads may go on that read files of the site when everything else has ended.
const LAST_FILES: Duration = Duration::from_secs(1);

/// Runs the server on the machine's clock.
pub(crate) fn run(settings: Settings) -> Result<()> {
    serve(settings, Arc::new(SystemClock::new()), None)
}

/// Tokens of a demonstration, to be printed.
type Tokens = Vec<(Scope, String)>;

/// Runs the server; prints its address once it listens, and before it what opens a demonstration's officers' page.
pub(super) fn serve(settings: Settings, clock: Arc<dyn Clock>, demo: Option<Tokens>) -> Result<()> {
    let level: tracing::Level = settings.log.level.parse().context("log.level")?;
    fmt().with_max_level(level).with_ansi(false).with_writer(io::stderr).init();
    make_room(settings.connections.maximum as u64)?;
    if let Database::Sqlite(file) = settings.database()? {
        let folder = file.parent().context("数据库路径有误")?;
        fs::create_dir_all(folder).with_context(|| format!("无法建立目录 {}", folder.display()))?;
    }
    let server = Server::new(settings.clone(), clock, demo.is_some())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let result = runtime.block_on(listen(server, settings, &demo.unwrap_or_default()));
    // A file system that does not answer must not keep the process.
    runtime.shutdown_timeout(LAST_FILES);
    tracing::info!("stopped");
    result
}

/// Raises the number of open files as far as it is needed: each connection may hold its socket and,
/// while its reader dawdles, a file of the site.
fn make_room(connections: u64) -> Result<()> {
    let wanted = 2 * connections + OTHER_FILES;
    let allowed = rlimit::increase_nofile_limit(wanted).context("无法读取打开文件数的上限")?;
    ensure!(
        allowed >= wanted,
        "打开文件数上限为 {allowed}，少于 connections.maximum 的两倍加 {OTHER_FILES}：请调低 connections.maximum，\
         或提高上限（systemd 的 LimitNOFILE）"
    );
    Ok(())
}

async fn listen(server: Server, settings: Settings, tokens: &Tokens) -> Result<()> {
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
    let listener = match inherited()? {
        Some(listener) => listener,
        None => bind(settings.listen).await?,
    };
    if let Some(metrics) = &metrics {
        println!("serving the figures at http://{}/metrics", metrics.local_addr()?);
    }
    let address = format!("http://{}/", listener.local_addr()?);
    for (scope, text) in tokens {
        println!("demo token {scope} {text}");
        if settings.site.is_some() && *scope != Scope::Portal {
            println!("  {}", token::link(settings.public_url.as_deref().unwrap_or(&address), text));
        }
    }
    let content = if settings.site.is_some() { "site" } else { "endpoint" };
    println!("serving the {content} at {address}");
    started(&settings)?;
    server.run(listener, metrics, stop).await;
    Ok(())
}

/// One line by which a log can be understood later.
fn started(settings: &Settings) -> Result<()> {
    let written = serde_json::to_string(&settings.masked())?;
    let digest = chain::hexadecimal(&Sha256::digest(written)[..6]);
    let version = env!("CARGO_PKG_VERSION");
    tracing::info!(version, settings = digest, schema = SCHEMA_VERSION, "started");
    Ok(())
}

/// The socket that systemd holds open over a restart, where it does.
fn inherited() -> Result<Option<TcpListener>> {
    let Some(listener) = ListenFd::from_env().take_tcp_listener(0)? else { return Ok(None) };
    listener.set_nonblocking(true)?;
    Ok(Some(TcpListener::from_std(listener)?))
}

async fn bind(address: std::net::SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address)
        .await
        .with_context(|| format!("无法监听 {address}；可在配置中换一个端口，0 为任意空闲端口"))
}
