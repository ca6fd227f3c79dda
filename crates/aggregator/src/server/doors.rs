//! How many connections each address has.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::limit::{TrustedProxies, own_part};
use crate::settings::ConnectionSettings;

/// Open connections by address; copies share them. Addresses are in memory only, and only as long as
/// they have a connection.
#[derive(Clone)]
pub(super) struct Doors {
    open: Arc<Mutex<Open>>,
    maximum: usize,
    per_address: u32,
    proxies: TrustedProxies,
}

#[derive(Default)]
struct Open {
    all: usize,
    by_address: HashMap<u128, u32>,
}

/// One open connection; it counts until this is dropped.
pub(super) struct Door {
    open: Arc<Mutex<Open>>,
    key: Option<u128>,
}

impl Doors {
    pub(super) fn new(settings: &ConnectionSettings, proxies: TrustedProxies) -> Self {
        let (maximum, per_address) = (settings.maximum, settings.per_address);
        Self { open: Arc::default(), maximum, per_address, proxies }
    }

    /// Lets an address in unless it has too many connections. When more than half of all places are
    /// taken an address gets an eighth of its usual number, so that many addresses together leave
    /// room for others.
    pub(super) fn open(&self, address: IpAddr) -> Option<Door> {
        let address = address.to_canonical();
        let mut open = lock(&self.open);
        let key = (!self.proxies.contains(address)).then(|| own_part(address));
        if let Some(key) = key {
            let is_crowded = open.all >= self.maximum / 2;
            let most = if is_crowded { (self.per_address / 8).max(1) } else { self.per_address };
            let count = open.by_address.entry(key).or_default();
            if *count >= most {
                return None;
            }
            *count += 1;
        }
        open.all += 1;
        Some(Door { open: Arc::clone(&self.open), key })
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        let mut open = lock(&self.open);
        open.all -= 1;
        let Some(key) = self.key else { return };
        let left = open.by_address.get_mut(&key).map_or(0, |count| {
            *count -= 1;
            *count
        });
        if left == 0 {
            open.by_address.remove(&key);
        }
    }
}

fn lock(open: &Mutex<Open>) -> MutexGuard<'_, Open> {
    open.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::{Doors, lock};
    use crate::limit::TrustedProxies;
    use crate::settings::ConnectionSettings;

    fn address(number: u32) -> IpAddr {
        IpAddr::V4(Ipv4Addr::from_bits(0x0A00_0000 + number))
    }

    #[test]
    fn an_address_gets_its_number_and_less_when_it_is_crowded() {
        let settings = ConnectionSettings { maximum: 64, per_address: 16, ..ConnectionSettings::default() };
        let doors = Doors::new(&settings, TrustedProxies::default());
        let mut open: Vec<_> = (0..40).filter_map(|_| doors.open(address(1))).collect();
        assert_eq!(open.len(), 16);
        open.extend((0..16).filter_map(|_| doors.open(address(2))));
        assert_eq!(open.len(), 32, "half of the places are taken");
        open.extend((3..50).flat_map(|number| [(); 3].map(|()| doors.open(address(number)))).flatten());
        assert_eq!(open.len(), 32 + 2 * 47);
        drop(open);
        assert!(lock(&doors.open).by_address.is_empty() && lock(&doors.open).all == 0);
    }

    #[test]
    fn a_trusted_proxy_brings_everybody() {
        let settings = ConnectionSettings { per_address: 1, ..ConnectionSettings::default() };
        let proxies = TrustedProxies::new(vec!["10.0.0.1/32".parse().expect("a network")]);
        let doors = Doors::new(&settings, proxies);
        let open: Vec<_> = (0..100).filter_map(|_| doors.open(address(1))).collect();
        assert_eq!(open.len(), 100);
    }
}
