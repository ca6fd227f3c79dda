//! What the routes share.

use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rand::SeedableRng;
use rand::rngs::{StdRng, SysError, SysRng};
use zjtx_wire::WorkRules;

use crate::clock::Clock;
use crate::limit::{Limits, Surge, TrustedProxies, Verdict};
use crate::metrics::Metrics;
use crate::reader::Reader;
use crate::release::rules::Rules;
use crate::settings::Settings;
use crate::work;
use crate::writer::Writer;

/// The parts that the routes work with.
pub struct Services {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Counts reports.
    pub writer: Writer,
    /// Reads releases and tokens.
    pub reader: Reader,
    /// Notes what happens.
    pub metrics: Metrics,
    /// The rules of release.
    pub rules: Rules,
    /// True where the figures are made up.
    pub demo: bool,
}

/// The routes' state; copies share it.
#[derive(Clone)]
pub struct App {
    pub(super) settings: Arc<Settings>,
    pub(super) services: Arc<Services>,
    pub(super) proxies: Arc<TrustedProxies>,
    pub(super) work: Arc<Option<WorkRules>>,
    guard: Arc<Mutex<Guard>>,
}

struct Guard {
    random: StdRng,
    limits: Limits,
    surge: Surge,
}

impl App {
    /// Sets the limits and the proof of work up.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn new(settings: Settings, services: Services) -> Result<Self, SysError> {
        let mut random = StdRng::try_from_rng(&mut SysRng)?;
        let work = work::rules(settings.work.bits, &mut random);
        let limits = Limits::new(&settings.limits, &mut random);
        Ok(Self {
            proxies: Arc::new(TrustedProxies::new(settings.proxy.trusted.clone())),
            settings: Arc::new(settings),
            services: Arc::new(services),
            work: Arc::new(work),
            guard: Arc::new(Mutex::new(Guard { random, limits, surge: Surge::default() })),
        })
    }

    /// The parts that the routes work with.
    pub fn services(&self) -> Arc<Services> {
        Arc::clone(&self.services)
    }

    pub(super) fn now(&self) -> Timestamp {
        self.services.clock.now()
    }

    /// Charges one report to its sender.
    pub(super) fn charge_report(&self, address: IpAddr) -> Verdict {
        let now_ms = self.now_ms();
        let Guard { random, limits, .. } = &mut *self.guard();
        limits.report(address, now_ms, random)
    }

    /// Whether a district sends far more today than it used to, this report included.
    pub(super) fn surges(&self, district: zjtx_wire::District) -> bool {
        let today = crate::calendar::day_of(self.now());
        self.guard().surge.notice(district, today)
    }

    /// Charges one refused token to its sender.
    pub(super) fn charge_refusal(&self, address: IpAddr) {
        let now_ms = self.now_ms();
        self.guard().limits.refusal(address, now_ms);
    }

    /// Seconds for which a sender of too many refused tokens is shut out.
    pub(super) fn shut_out(&self, address: IpAddr) -> Option<u32> {
        self.guard().limits.is_shut_out(address, self.now_ms())
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.now().as_millisecond()).unwrap_or(0)
    }

    fn guard(&self) -> MutexGuard<'_, Guard> {
        self.guard.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
