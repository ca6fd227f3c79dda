//! What the routes share.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::HeaderMap;
use jiff::Timestamp;
use jiff::civil::Date;
use rand::SeedableRng;
use rand::rngs::{StdRng, SysError, SysRng};
use zjtx_wire::District;

use super::documents::Documents;
use crate::calendar;
use crate::health::Health;
use crate::keys::Keys;
use crate::limit::{Empty, Limits, Surge, TrustedProxies, Verdict, client_address};
use crate::metrics::Metrics;
use crate::reader::Reader;
use crate::release::rules::Rules;
use crate::settings::Settings;
use crate::store::{BusyDay, HeldReason};
use crate::timekeeper::{Doubt, Timekeeper};
use crate::writer::Writer;

/// The parts that the routes work with.
pub struct Services {
    /// The time.
    pub time: Arc<Timekeeper>,
    /// The keys.
    pub keys: Arc<Keys>,
    /// How the server does.
    pub health: Health,
    /// Counts reports.
    pub writer: Writer,
    /// Reads tokens, where they are written.
    pub tokens: Reader,
    /// Reads releases.
    pub releases: Reader,
    /// Notes what happens.
    pub metrics: Metrics,
    /// The rules of release.
    pub rules: Rules,
    /// The limits on senders.
    pub guard: Mutex<Guard>,
    /// The end of the chain of releases, as people compare it.
    pub anchor: Mutex<Option<String>>,
    /// True where the figures are made up.
    pub demo: bool,
}

/// The routes' state; copies share it.
#[derive(Clone)]
pub struct App {
    pub(super) settings: Arc<Settings>,
    pub(super) services: Arc<Services>,
    pub(super) proxies: Arc<TrustedProxies>,
    pub(super) documents: Arc<Documents>,
}

/// The limits on senders and districts.
pub struct Guard {
    random: StdRng,
    limits: Limits,
    surge: Surge,
}

impl Guard {
    /// Limits with nothing in them.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn new(settings: &Settings) -> Result<Mutex<Self>, SysError> {
        let mut random = StdRng::try_from_rng(&mut SysRng)?;
        let limits = Limits::new(&settings.limits, &mut random);
        Ok(Mutex::new(Self { random, limits, surge: Surge::new(settings.limits.replicas) }))
    }
}

impl Services {
    /// The finished days that no store keeps yet.
    pub fn take_busy_days(&self, today: Date) -> Vec<BusyDay> {
        self.guard().surge.take_unsaved(today)
    }

    /// Takes back finished days that the store did not take.
    pub fn give_back_busy_days(&self, days: Vec<BusyDay>) {
        self.guard().surge.give_back(days);
    }

    /// Learns the finished days of all servers.
    pub fn learn_busy_days(&self, days: &[BusyDay]) {
        self.guard().surge.learn(days);
    }

    /// How many senders are remembered, and whether new ones have to share.
    pub fn crowd(&self) -> (usize, bool) {
        self.guard().limits.crowd(self.time.running_ms())
    }

    fn guard(&self) -> MutexGuard<'_, Guard> {
        self.guard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// The routes' state.
    pub fn new(settings: Settings, services: Services) -> Self {
        Self {
            proxies: Arc::new(TrustedProxies::new(settings.proxy.trusted.clone())),
            settings: Arc::new(settings),
            services: Arc::new(services),
            documents: Arc::default(),
        }
    }

    /// The parts that the routes work with.
    pub fn services(&self) -> Arc<Services> {
        Arc::clone(&self.services)
    }

    /// The time, when one is believed.
    pub(super) fn now(&self) -> Result<Timestamp, Doubt> {
        self.services.time.now()
    }

    /// The day, as well as it is known.
    pub(super) fn today(&self) -> Date {
        calendar::day_of(self.services.time.estimate())
    }

    /// Whom a request is charged to.
    pub(super) fn sender(&self, peer: SocketAddr, headers: &HeaderMap) -> IpAddr {
        let client = client_address(peer, headers, &self.proxies);
        if !client.is_readable {
            self.services.metrics.unreadable();
        }
        client.address
    }

    /// Charges one report to its sender; a surge of its district holds it back too.
    pub(super) fn charge_report(&self, address: IpAddr, district: District) -> Verdict {
        let (now_ms, today) = (self.services.time.running_ms(), self.today());
        let Guard { random, limits, surge } = &mut *self.services.guard();
        match limits.report(address, now_ms, random) {
            Verdict::Fine { .. } if surge.is_over(district, today) => Verdict::Held(HeldReason::Surge),
            verdict => verdict,
        }
    }

    /// Notes that a report of a district was counted.
    pub(super) fn counted(&self, district: District) {
        let today = self.today();
        self.services.guard().surge.notice(district, today);
    }

    /// Charges one unknown token to its sender.
    pub(super) fn charge_refusal(&self, address: IpAddr) -> Result<(), Empty> {
        let now_ms = self.services.time.running_ms();
        self.services.guard().limits.refusal(address, now_ms)
    }
}
