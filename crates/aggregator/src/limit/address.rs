//! Whose request it is.

use std::hash::{DefaultHasher, Hasher};
use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;
use ipnet::IpNet;

/// The header in which a reverse proxy names its client.
const FORWARDED: &str = "x-forwarded-for";

/// Reverse proxies whose header is believed.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// The proxies of these networks.
    pub fn new(networks: Vec<IpNet>) -> Self {
        Self(networks)
    }

    /// Whether the header of this peer is believed.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// Whom a request is charged to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// The address.
    pub address: IpAddr,
    /// False when a trusted proxy wrote something that is no address: all its clients share its own.
    pub is_readable: bool,
}

/// The address to charge: the peer's, or behind trusted proxies the last one that is none of them.
///
/// The header is read from the right: everything left of the first untrusted address is that
/// address's own claim.
pub fn client_address(peer: SocketAddr, headers: &HeaderMap, proxies: &TrustedProxies) -> Client {
    let mut address = peer.ip().to_canonical();
    let values = headers.get_all(FORWARDED).into_iter().rev();
    let mut claims = values.flat_map(|value| value.to_str().unwrap_or("").rsplit(','));
    while proxies.contains(address) {
        match claims.next().map(claimed) {
            Some(Some(claimed)) => address = claimed,
            Some(None) => return Client { address, is_readable: false },
            None => break,
        }
    }
    Client { address, is_readable: true }
}

/// An address, with or without a port.
fn claimed(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    let address = bare.parse().or_else(|_| text.parse::<SocketAddr>().map(|address| address.ip()));
    address.ok().map(|address| address.to_canonical())
}

/// What one sender is taken to be: an IPv4 address, or the /64 of an IPv6 address.
pub(crate) fn own_part(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u128::from(address.to_bits()) | 1 << 64,
        IpAddr::V6(address) => address.to_bits() >> 64,
    }
}

/// The sender's network: the /24 of an IPv4 address, the /48 of an IPv6 address.
pub(super) fn network_part(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => u128::from(address.to_bits() >> 8) | 1 << 64,
        IpAddr::V6(address) => address.to_bits() >> 80,
    }
}

pub(super) fn keyed_hash(key: [u64; 2], part: u128) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.into_iter().for_each(|half| hasher.write_u64(half));
    hasher.write_u128(part);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{TrustedProxies, client_address, network_part, own_part};
    use axum::http::HeaderMap;

    const PROXY: &str = "192.0.2.1:443";

    fn client(peer: &str, forwarded: &[&str]) -> String {
        let proxies = TrustedProxies::new(vec!["192.0.2.0/24".parse().expect("a network")]);
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().expect("a header"));
        }
        let client = client_address(peer.parse().expect("an address"), &headers, &proxies);
        if client.is_readable { client.address.to_string() } else { format!("{} unreadable", client.address) }
    }

    #[test]
    fn strangers_are_not_believed() {
        assert_eq!(client("198.51.100.7:1", &["203.0.113.1"]), "198.51.100.7");
        assert_eq!(client("[::ffff:198.51.100.7]:1", &[]), "198.51.100.7");
    }

    #[test]
    fn proxies_are_believed_from_the_right() {
        assert_eq!(client(PROXY, &["203.0.113.9, 198.51.100.7"]), "198.51.100.7");
        assert_eq!(client(PROXY, &["203.0.113.9", "198.51.100.7, 192.0.2.2"]), "198.51.100.7");
        for unreadable in ["198.51.100.7, nonsense", "198.51.100.7, unknown", "198.51.100.7,"] {
            assert_eq!(client(PROXY, &[unreadable]), "192.0.2.1 unreadable", "{unreadable}");
        }
        for (claim, address) in [
            ("198.51.100.7:4711", "198.51.100.7"),
            ("2001:db8::7", "2001:db8::7"),
            ("[2001:db8::7]", "2001:db8::7"),
            ("[2001:db8::7]:4711", "2001:db8::7"),
        ] {
            assert_eq!(client(PROXY, &[claim]), address, "{claim}");
        }
        assert_eq!(client(PROXY, &[]), "192.0.2.1");
    }

    #[test]
    fn neighbours_share_a_network() {
        let part = |text: &str, of: fn(std::net::IpAddr) -> u128| of(text.parse().expect("an address"));
        assert_eq!(part("2001:db8::1", own_part), part("2001:db8::2", own_part));
        assert_ne!(part("198.51.100.1", own_part), part("198.51.100.2", own_part));
        assert_eq!(part("198.51.100.1", network_part), part("198.51.100.2", network_part));
        assert_ne!(part("2001:db8:1::1", network_part), part("2001:db8:2::1", network_part));
    }
}
