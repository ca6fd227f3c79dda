//! Floods, from one address and from very many.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::body::Body;
use rand::SeedableRng;
use rand::rngs::StdRng;
use zjtx_aggregator::limit::{Buckets, Empty, Limits, Rate, Verdict};
use zjtx_aggregator::settings::{LimitSettings, Settings};
use zjtx_aggregator::store::HeldReason;

use crate::support::reports::report;
use crate::support::server::{TestServer, posting};

const TABLE: usize = 65_536;

/// Any moment; bucket times count from far before it.
const NOW: u64 = 1_000_000_000;

fn addresses() -> impl Iterator<Item = u64> {
    // Any mapping without collisions serves as a keyed hash.
    (1..=1_000_000_u64).map(|number| number.wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

#[test]
fn a_million_addresses_take_no_more_memory_than_one() {
    let mut buckets = Buckets::new(TABLE, Rate::per_minute(1, 20));
    let size = buckets.size();
    for key in addresses() {
        let _ = buckets.charge(key, NOW);
    }
    assert_eq!(buckets.size(), size);
    assert!(size <= TABLE * 16);
}

#[test]
fn a_flood_empties_nobodys_bucket() {
    let mut buckets = Buckets::new(TABLE, Rate::per_minute(1, 20));
    let first = addresses().next().expect("an address");
    while buckets.charge(first, NOW).is_ok() {}
    for key in addresses().skip(1) {
        let _ = buckets.charge(key, NOW);
    }
    assert!(buckets.charge(first, NOW).is_err());
    let new = 0x1234_5678;
    assert!(buckets.charge(new, NOW).is_err(), "a full table is shared");
    assert!(buckets.is_overcrowded(NOW));
    assert_eq!(buckets.charge(new, NOW + 20 * 60_000), Ok(1), "and empties by itself");
}

#[test]
fn a_bucket_refills_steadily() {
    let mut buckets = Buckets::new(8, Rate::per_minute(1, 4));
    let verdicts = [0; 5].map(|_: u64| buckets.charge(7, NOW));
    assert_eq!(verdicts, [Ok(1), Ok(2), Ok(3), Ok(4), Err(Empty { wait_seconds: 60 })]);
    assert_eq!(buckets.charge(7, NOW + 59_999), Err(Empty { wait_seconds: 1 }));
    assert_eq!(buckets.charge(7, NOW + 60_000), Ok(4));
}

#[test]
fn a_clock_that_is_set_back_shuts_nobody_out() {
    let mut buckets = Buckets::new(8, Rate::per_minute(1, 4));
    while buckets.charge(7, NOW).is_ok() {}
    assert_eq!(buckets.charge(7, NOW - 24 * 60 * 60_000), Ok(1));
}

fn limiters() -> (Limits, StdRng) {
    let mut random = StdRng::seed_from_u64(1);
    (Limits::new(&LimitSettings::default(), &mut random), random)
}

fn host(network: u32, host: u32) -> IpAddr {
    IpAddr::V4(Ipv4Addr::from_bits(0x0A00_0000 + (network << 8) + host))
}

fn is_refused(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Refused(_))
}

/// Floods as fast as the machine refuses, from few and from many addresses in few and in many
/// networks: others outside those networks are counted, neighbours are counted or held.
#[test]
fn a_flood_refuses_nobody_but_its_own_senders() {
    for (addresses, networks) in [(1, 1), (100, 1), (100, 100), (1_000, 5), (1_000, 200)] {
        let (mut limits, mut random) = limiters();
        let (mut flooded, mut now) = (0, NOW);
        for honest in 0..100 {
            for attempt in 0..3_000 {
                let sender = (honest * 3_000 + attempt) % addresses;
                let address = host(sender % networks, sender / networks);
                flooded += u32::from(!is_refused(limits.report(address, now, &mut random)));
            }
            now += 100;
            for _ in 0..3 {
                let outside = limits.report(host(1_000 + honest, 1), now, &mut random);
                assert_eq!(outside, Verdict::Fine { makes_surges: true }, "{addresses} in {networks}");
            }
            let neighbour = limits.report(host(honest % networks, 240), now, &mut random);
            let sent = u32::from(honest >= networks) * (honest / networks);
            assert!(sent >= 30 || !is_refused(neighbour), "{addresses} in {networks}, {honest}");
        }
        let burst = LimitSettings::default().address_burst;
        assert!(flooded <= addresses * (burst + 1), "{flooded} of {addresses} in {networks}");
    }
}

#[test]
fn a_refusal_costs_nobody_else() {
    let (mut limits, mut random) = limiters();
    while !is_refused(limits.report(host(1, 1), NOW, &mut random)) {}
    for _ in 0..100_000 {
        assert!(is_refused(limits.report(host(1, 1), NOW, &mut random)));
    }
    for neighbour in 2..32 {
        let verdict = limits.report(host(1, neighbour), NOW, &mut random);
        assert_eq!(verdict, Verdict::Fine { makes_surges: true }, "{neighbour}");
    }
}

#[test]
fn a_network_beyond_its_bucket_is_held_and_its_busy_senders_refused() {
    let (mut limits, mut random) = limiters();
    for sender in 0..250 {
        for _ in 0..40 {
            limits.report(host(1, sender), NOW, &mut random);
        }
    }
    assert!(is_refused(limits.report(host(1, 0), NOW, &mut random)));
    let fresh = limits.report(host(1, 251), NOW, &mut random);
    assert_eq!(fresh, Verdict::Held(HeldReason::Network));
}

#[test]
fn a_household_with_ipv6_is_one_sender() {
    let (mut limits, mut random) = limiters();
    let burst = LimitSettings::default().address_burst as u16;
    let mut from = |interface| {
        let address = IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, interface));
        limits.report(address, NOW, &mut random)
    };
    assert!((0..burst).all(|interface| !is_refused(from(interface))));
    assert!(is_refused(from(burst)));
}

async fn statuses(server: &TestServer, forwarded: impl Fn(u128) -> Option<String>) -> Vec<u16> {
    let mut statuses = Vec::new();
    for number in 0..125 {
        let mut request = posting();
        if let Some(value) = forwarded(number) {
            request = request.header("x-forwarded-for", value);
        }
        let body = Body::from(report(number).to_json());
        let answer = server.ask_from(IpAddr::from([192, 0, 2, 7]), request, body).await;
        statuses.push(answer.status.as_u16());
    }
    statuses
}

#[tokio::test]
async fn a_forged_header_opens_no_new_bucket() {
    let limited = [vec![204; 120], vec![429; 5]].concat();
    let server = TestServer::with(Settings::default());
    assert_eq!(statuses(&server, |number| Some(format!("203.0.113.{number}"))).await, limited);

    let mut settings = Settings::default();
    settings.proxy.trusted = vec!["192.0.2.0/24".parse().expect("a network")];
    let server = TestServer::with(settings.clone());
    let forged = |number| Some(format!("203.0.113.{number}, 198.51.100.7"));
    assert_eq!(statuses(&server, forged).await, limited, "left of the proxy's word anything may stand");
    let server = TestServer::with(settings);
    let honest = |number| Some(format!("203.0.113.{number}"));
    assert_eq!(statuses(&server, honest).await, vec![204; 125]);
}

#[tokio::test]
async fn refused_senders_are_told_when_to_come_again() {
    let server = TestServer::with(Settings::default());
    assert_eq!(statuses(&server, |_| None).await[120..], [429; 5]);
    let answer = server.post(report(999).to_json()).await;
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (429, Some("30")));
    assert_eq!(answer.header("connection"), Some("close"), "who floods has to come in anew");
    server.clock.advance(1);
    assert_eq!(server.send(&report(999)).await, 204);
}
