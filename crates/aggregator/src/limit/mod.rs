//! Limits against floods: by address, by network and for the whole server.
//!
//! Each request is charged to its own address first, then to its network, then to the whole server,
//! and one that is refused at one stage costs nothing at the next. So a flood empties only its own
//! senders' buckets. A sender who has hardly sent anything is not refused because of its neighbours:
//! what it sends is held back for a decision instead.
//!
//! Addresses are only ever kept as keyed hashes, in memory, under a random key that changes every
//! day. Time is a count of milliseconds from any fixed moment.

mod address;
mod bucket;
mod buckets;
mod surge;

use std::net::IpAddr;

use rand::Rng;

pub(crate) use address::own_part;
pub use address::{Client, TrustedProxies, client_address};
pub use bucket::{Bucket, Empty, Rate};
pub use buckets::Buckets;
pub use surge::Surge;

use crate::settings::LimitSettings;
use crate::store::HeldReason;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// The whole server's buckets hold this many seconds of its rate.
const WHOLE_BURST_SECONDS: u32 = 1_000;

/// A firm tests three levels; what an address sends beyond that in a day does not make a surge.
const REPORTS_OF_ONE_FIRM: u32 = 3;

/// What the limits say about a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may be counted.
    Fine {
        /// Whether it counts towards the surge of its district.
        makes_surges: bool,
    },
    /// It is to be held back.
    Held(HeldReason),
    /// It is to come again later.
    Refused(Empty),
}

/// Every limiter of the server.
pub struct Limits {
    key: [u64; 2],
    key_day: u64,
    hardly_any: u32,
    addresses: Buckets,
    networks: Buckets,
    whole: (Bucket, Rate),
    /// For those whose network has used up its bucket: they cannot empty the others'.
    crowded: (Bucket, Rate),
    address_days: Buckets,
    network_days: Buckets,
    refusals: Buckets,
}

impl Limits {
    /// Limiters with nothing in them.
    pub fn new(settings: &LimitSettings, random: &mut impl Rng) -> Self {
        let table = |rate| Buckets::new(settings.table_entries, rate);
        let own = Rate::per_minute(settings.address_per_minute, settings.address_burst);
        let share = settings.per_second / settings.replicas.max(1);
        let whole = Rate::per_second(share, share.saturating_mul(WHOLE_BURST_SECONDS));
        Self {
            key: [random.next_u64(), random.next_u64()],
            key_day: 0,
            hardly_any: settings.address_burst / 4,
            addresses: table(own),
            networks: table(Rate::per_minute(settings.network_per_minute, settings.network_burst)),
            whole: (Bucket::default(), whole),
            crowded: (Bucket::default(), whole),
            address_days: table(Rate::in_a_day(settings.address_per_day)),
            network_days: table(Rate::in_a_day(settings.network_per_day)),
            refusals: table(own),
        }
    }

    /// Charges one report.
    pub fn report(&mut self, address: IpAddr, now_ms: u64, random: &mut impl Rng) -> Verdict {
        self.change_key(now_ms, random);
        let own = self.hash(address::own_part(address));
        let network = self.hash(address::network_part(address));
        match self.pass(own, network, now_ms) {
            Ok(true) => Verdict::Held(HeldReason::Network),
            Ok(false) => self.allowance(own, network, now_ms),
            Err(empty) => Verdict::Refused(empty),
        }
    }

    /// Own, network, whole; true for a report that only the network's bucket would refuse.
    fn pass(&mut self, own: u64, network: u64, now_ms: u64) -> Result<bool, Empty> {
        let sent = self.addresses.charge(own, now_ms)?;
        let is_crowded = match self.networks.charge(network, now_ms) {
            Err(empty) if sent > self.hardly_any => return Err(empty),
            result => result.is_err(),
        };
        let (bucket, rate) = if is_crowded { &mut self.crowded } else { &mut self.whole };
        bucket.charge(*rate, now_ms)?;
        Ok(is_crowded)
    }

    fn allowance(&mut self, own: u64, network: u64, now_ms: u64) -> Verdict {
        let Ok(today) = self.address_days.charge(own, now_ms) else {
            return Verdict::Held(HeldReason::Address);
        };
        match self.network_days.charge(network, now_ms) {
            Ok(_) => Verdict::Fine { makes_surges: today <= REPORTS_OF_ONE_FIRM },
            Err(_) => Verdict::Held(HeldReason::Network),
        }
    }

    /// Charges one unknown token.
    ///
    /// # Errors
    /// When the address has brought too many of them.
    pub fn refusal(&mut self, address: IpAddr, now_ms: u64) -> Result<(), Empty> {
        self.refusals.charge(self.hash(address::own_part(address)), now_ms).map(drop)
    }

    /// How many senders are remembered, and whether new ones have to share.
    pub fn crowd(&self, now_ms: u64) -> (usize, bool) {
        (self.addresses.entries(now_ms), self.addresses.is_overcrowded(now_ms))
    }

    fn change_key(&mut self, now_ms: u64, random: &mut impl Rng) {
        if self.key_day != now_ms / DAY_MS {
            self.key_day = now_ms / DAY_MS;
            self.key = [random.next_u64(), random.next_u64()];
            // Nobody has yesterday's hash any more.
            self.address_days.clear();
            self.network_days.clear();
        }
    }

    fn hash(&self, part: u128) -> u64 {
        address::keyed_hash(self.key, part)
    }
}
