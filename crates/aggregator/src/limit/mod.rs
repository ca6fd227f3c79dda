//! Limits against floods: by address, by network and for the whole server.
//!
//! Addresses are only ever kept as keyed hashes, in memory, under a random key that changes every
//! day. Time is a count of milliseconds from any fixed moment.

mod address;
mod bucket;
mod buckets;
mod surge;

use std::net::IpAddr;

use rand::Rng;

pub use address::{TrustedProxies, client_address};
pub use bucket::{Bucket, Rate, Verdict};
pub use buckets::Buckets;
pub use surge::Surge;

use crate::settings::LimitSettings;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// Every limiter of the server.
pub struct Limits {
    key: [u64; 2],
    key_day: u64,
    whole: Bucket,
    whole_rate: Rate,
    addresses: Buckets,
    networks: Buckets,
    refusals: Buckets,
}

impl Limits {
    /// Limiters with nothing in them.
    pub fn new(settings: &LimitSettings, random: &mut impl Rng) -> Self {
        let table = |rate| Buckets::new(settings.table_entries, rate);
        let address_rate = Rate::per_minute(settings.address_per_minute, settings.address_burst);
        Self {
            key: [random.next_u64(), random.next_u64()],
            key_day: 0,
            whole: Bucket::default(),
            whole_rate: Rate::per_second(settings.per_second, settings.per_second),
            addresses: table(address_rate),
            networks: table(Rate::per_minute(settings.network_per_minute, settings.network_burst)),
            refusals: table(address_rate),
        }
    }

    /// Charges one report; the least favourable of the three limits holds.
    pub fn report(&mut self, address: IpAddr, now_ms: u64, random: &mut impl Rng) -> Verdict {
        self.change_key(now_ms, random);
        let whole = match self.whole.charge(self.whole_rate, now_ms) {
            // Half of the server's own limit says nothing about one sender.
            Verdict::Suspicious => Verdict::Fine,
            verdict => verdict,
        };
        let own = self.addresses.charge(self.hash(address::own_part(address)), now_ms);
        let network = self.networks.charge(self.hash(address::network_part(address)), now_ms);
        whole.max(own).max(network)
    }

    /// Charges one refused token.
    pub fn refusal(&mut self, address: IpAddr, now_ms: u64) {
        self.refusals.charge(self.hash(address::own_part(address)), now_ms);
    }

    /// Whether an address has brought too many refused tokens.
    pub fn is_shut_out(&self, address: IpAddr, now_ms: u64) -> Option<u32> {
        self.refusals.wait(self.hash(address::own_part(address)), now_ms)
    }

    fn change_key(&mut self, now_ms: u64, random: &mut impl Rng) {
        if self.key_day != now_ms / DAY_MS {
            self.key_day = now_ms / DAY_MS;
            self.key = [random.next_u64(), random.next_u64()];
        }
    }

    fn hash(&self, part: u128) -> u64 {
        address::keyed_hash(self.key, part)
    }
}
