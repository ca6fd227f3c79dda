//! The running server: listeners, the writing thread and the weekly job.

mod accept;
mod backup;
mod doors;
mod notify;
mod schedule;
mod watch;

use std::future::Future;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use rand::SeedableRng;
use rand::rngs::{StdRng, SysError, SysRng};
use tokio::net::TcpListener;
use zjtx_site::SiteError;

use crate::calendar;
use crate::clock::Clock;
use crate::health::Health;
use crate::http::{self, App, Guard, Services};
use crate::keys::{KeyError, Keys};
use crate::limit::TrustedProxies;
use crate::metrics::Metrics;
use crate::reader::Reader;
use crate::release::chain;
use crate::settings::{Settings, SettingsError};
use crate::store::{AddressError, Store, StoreError};
use crate::timekeeper::Timekeeper;
use crate::writer::{Capacity, Tools, Writer};

use self::accept::Entrance;
pub use self::backup::{BackupError, back_up};
use self::schedule::Diary;

/// Why the server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The configuration.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The database's address.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The ids in the database were hashed with another key.
    #[error(
        "keys 目录里的周期密钥与数据库本周期所用的不同：请取回原来的密钥文件（多台服务器须用同一份）；\
         确已丢失时运行 zjtx-aggregator keys renew，本周期从头防重"
    )]
    OtherKey,
    /// The key that the site's settings pin for blind tokens is not the one in the folder of keys.
    #[error(
        "站点设置的 tokens.key 与 keys 目录中的签名密钥不符，或该目录中没有签名密钥：\
         请运行 zjtx-aggregator keys tokens，把所打印的公钥写入站点设置并重新生成网站"
    )]
    OtherTokenKey,
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
    diary: Diary,
}

impl Server {
    /// Opens the database and starts the writing thread.
    ///
    /// # Errors
    /// When the configuration, the database, the keys or the site cannot be used.
    pub fn new(settings: Settings, clock: Arc<dyn Clock>, demo: bool) -> Result<Self, StartError> {
        let rules = settings.rules()?;
        let site = settings.site.as_deref().map(zjtx_site::router).transpose()?;
        let mut random = StdRng::try_from_rng(&mut SysRng)?;
        let keys = Arc::new(Keys::open_or_create(&settings.keys, clock.now(), &mut random)?);
        let pinned = settings.token_key()?;
        if pinned.is_some() && pinned != keys.verification_key() {
            return Err(StartError::OtherTokenKey);
        }
        let mut store = settings.database()?.prepare(&keys)?;
        let noise = store.increments(None)?.pop().map(|last| last.noise);
        if let Some(found) = noise.filter(|found| *found != rules.noise_text()) {
            return Err(StartError::OtherNoise { found });
        }
        let time = Arc::new(Timekeeper::new(clock));
        start_time(&mut *store, &time, &keys)?;
        let (health, metrics) = (Health::default(), Metrics::default());
        let tools = Tools {
            time: Arc::clone(&time),
            keys: Arc::clone(&keys),
            health: health.clone(),
            metrics: metrics.clone(),
        };
        let capacity = Capacity { queue: settings.limits.queue, batch: settings.limits.batch };
        let busy_days = store.busy_days()?;
        let anchor = store.last_hash()?.map(|hash| chain::hexadecimal(&hash));
        let (writer, writing) = Writer::start(store, tools, capacity)?;
        let services = Services {
            time,
            keys,
            health,
            writer,
            tokens: Reader::new(settings.database()?),
            releases: Reader::new(settings.database_for_reading()?),
            metrics,
            rules,
            guard: Guard::new(&settings)?,
            anchor: Mutex::new(anchor),
            demo,
        };
        services.learn_busy_days(&busy_days);
        let app = App::new(settings.clone(), services);
        let services = app.services();
        Ok(Self { router: http::router(app, site), settings, services, writing, diary: Diary::default() })
    }

    /// The routes, for requests without a network.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// The figures, as whoever runs the server collects them.
    pub fn figures(&self) -> String {
        self.services.metrics.text()
    }

    /// Does what is due: closes periods that are over and makes the day's backup.
    pub async fn run_due(&self) {
        schedule::run_due(&self.services, &self.settings, &self.diary).await;
    }

    /// Looks at the clock without doing what is due.
    pub async fn note_time(&self) {
        let services = Arc::clone(&self.services);
        let noted = self.services.writer.run(move |store| schedule::note_time(store, &services).is_ok());
        if noted.await != Ok(true) {
            tracing::warn!("the time could not be noted");
        }
    }

    /// Serves until `stop` is done; returns when every acknowledged report is stored and the
    /// database is closed.
    pub async fn run(
        self,
        listener: TcpListener,
        metrics: Option<TcpListener>,
        stop: impl Future<Output = ()>,
    ) {
        let (stopping, stopped) = tokio::sync::watch::channel(false);
        let schedule = schedule::run(Arc::clone(&self.services), self.settings.clone(), self.diary.clone());
        let schedule = tokio::spawn(schedule);
        let entrance = Entrance {
            router: self.router,
            settings: self.settings.connections.clone(),
            proxies: TrustedProxies::new(self.settings.proxy.trusted.clone()),
            metrics: self.services.metrics.clone(),
        };
        let figures = metrics.map(|listener| {
            let router = figures(self.services.metrics.clone());
            let entrance = Entrance { router, metrics: Metrics::default(), ..entrance.clone() };
            tokio::spawn(accept::serve(listener, entrance, stopped.clone()))
        });
        let serving = tokio::spawn(accept::serve(listener, entrance, stopped));
        let watched = tokio::spawn(notify::ready_and_alive(Arc::clone(&self.services)));
        stop.await;
        notify::stopping();
        // A load balancer sees this at `/readyz` and looks elsewhere before the listener closes.
        self.services.health.leave();
        tokio::time::sleep(Duration::from_secs(self.settings.connections.leave_seconds)).await;
        // Fails only when nothing listens any more.
        let _ = stopping.send(true);
        let _ = serving.await;
        if let Some(figures) = figures {
            let _ = figures.await;
        }
        for task in [schedule, watched] {
            task.abort();
            let _ = task.await;
        }
        // Closing a database may block, which the threads that serve connections must not.
        let close = move || {
            drop(self.services);
            self.writing.join()
        };
        if !matches!(tokio::task::spawn_blocking(close).await, Ok(Ok(()))) {
            tracing::error!("the database was not closed in order");
        }
    }
}

/// Learns the time, catches up with closings, and makes sure that the keys are the database's.
fn start_time(store: &mut dyn Store, time: &Timekeeper, keys: &Keys) -> Result<(), StartError> {
    time.learn(&store.clock()?);
    if let Some(closed) = store.closed_through()? {
        keys.destroy_through(closed)?;
    }
    let Ok(now) = time.now() else { return Ok(()) };
    store.note_time(now, calendar::period_of(now))?;
    let running = calendar::period_of(now);
    for period in [calendar::previous(running), Some(running)].into_iter().flatten() {
        let check = keys.check(period).filter(|_| calendar::is_open(period, now));
        if let Some(check) = check
            && !store.check_key(period, &check)?
        {
            return Err(StartError::OtherKey);
        }
    }
    Ok(())
}

fn figures(metrics: Metrics) -> Router {
    Router::new().route("/metrics", get(async move || metrics.text()))
}
