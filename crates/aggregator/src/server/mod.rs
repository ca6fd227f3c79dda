//! The running server: listeners, the writing thread and the weekly job.

mod accept;
mod schedule;

use std::future::Future;
use std::sync::Arc;
use std::thread::JoinHandle;

use axum::Router;
use axum::routing::get;
use rand::rngs::SysError;
use tokio::net::TcpListener;
use tokio::sync::watch;
use zjtx_site::SiteError;

use crate::clock::Clock;
use crate::http::{self, App, Services};
use crate::metrics::Metrics;
use crate::reader::Reader;
use crate::settings::{Settings, SettingsError};
use crate::store::StoreError;
use crate::writer::{Capacity, Writer};

pub use schedule::{BackupError, back_up};

/// Why the server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The configuration.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The site's folder.
    #[error("网站目录无法使用：{0}")]
    Site(#[from] SiteError),
    /// The system's random numbers.
    #[error("系统没有给出随机数：{0}")]
    Random(#[from] SysError),
    /// The releases were made under another noise.
    #[error("数据库中的发布记录用的是 release.epsilon = \"{found}\"；请改回，或换一个新的数据库")]
    OtherNoise {
        /// The noise of the last release.
        found: String,
    },
}

/// A server that is ready to run.
pub struct Server {
    router: Router,
    settings: Settings,
    services: Arc<Services>,
    writing: JoinHandle<()>,
}

impl Server {
    /// Opens the database and starts the writing thread.
    ///
    /// # Errors
    /// When the configuration, the database or the site cannot be used.
    pub fn new(settings: Settings, clock: Arc<dyn Clock>, demo: bool) -> Result<Self, StartError> {
        let rules = settings.rules()?;
        let site = settings.site.as_deref().map(zjtx_site::router).transpose()?;
        let mut store = settings.database().open()?;
        let noise = store.increments(None)?.pop().map(|last| last.noise);
        if let Some(found) = noise.filter(|found| *found != rules.noise_text()) {
            return Err(StartError::OtherNoise { found });
        }
        let metrics = Metrics::default();
        let reader = Reader::new(settings.database().open()?);
        let capacity = Capacity { queue: settings.limits.queue, batch: settings.limits.batch };
        let (writer, writing) = Writer::start(store, Arc::clone(&clock), capacity, metrics.clone());
        let services = Services { clock, writer, reader, metrics, rules, demo };
        let app = App::new(settings.clone(), services)?;
        let services = app.services();
        Ok(Self { router: http::router(app, site), settings, services, writing })
    }

    /// The routes, for requests without a network.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Does what is due: closes periods that are over and makes the day's backup.
    pub async fn run_due(&self) {
        schedule::run_due(&self.services, &self.settings).await;
    }

    /// Serves until `stop` is done; returns when every acknowledged report is stored and the
    /// database is closed.
    pub async fn run(
        self,
        listener: TcpListener,
        metrics: Option<TcpListener>,
        stop: impl Future<Output = ()>,
    ) {
        let (stopping, stopped) = watch::channel(false);
        let schedule = tokio::spawn(schedule::run(Arc::clone(&self.services), self.settings.clone()));
        let connections = self.settings.connections.clone();
        let figures = metrics.map(|listener| {
            let router = figures(self.services.metrics.clone());
            tokio::spawn(accept::serve(listener, router, connections.clone(), stopped.clone()))
        });
        let serving = tokio::spawn(accept::serve(listener, self.router, connections, stopped));
        stop.await;
        // Fails only when nothing listens any more.
        let _ = stopping.send(true);
        let _ = serving.await;
        if let Some(figures) = figures {
            let _ = figures.await;
        }
        schedule.abort();
        let _ = schedule.await;
        // Closing a database may block, which the threads that serve connections must not.
        let close = move || {
            drop(self.services);
            self.writing.join()
        };
        if tokio::task::spawn_blocking(close).await.is_err() {
            tracing::error!("the database was not closed in order");
        }
    }
}

fn figures(metrics: Metrics) -> Router {
    Router::new().route("/metrics", get(async move || metrics.text()))
}
