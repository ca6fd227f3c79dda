//! Floods, from one address and from very many.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::body::Body;
use rand::SeedableRng;
use rand::rngs::StdRng;
use zjtx_aggregator::limit::{Buckets, Limits, Rate, Verdict};
use zjtx_aggregator::settings::{LimitSettings, Settings};

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
        buckets.charge(key, NOW);
    }
    assert_eq!(buckets.size(), size);
    assert!(size <= TABLE * 16);
}

#[test]
fn a_flood_empties_nobodys_bucket() {
    let mut buckets = Buckets::new(TABLE, Rate::per_minute(1, 20));
    let first = addresses().next().expect("an address");
    while !matches!(buckets.charge(first, NOW), Verdict::Refused { .. }) {}
    for key in addresses().skip(1) {
        buckets.charge(key, NOW);
    }
    assert!(matches!(buckets.charge(first, NOW), Verdict::Refused { .. }));
    let new = 0x1234_5678;
    assert!(matches!(buckets.charge(new, NOW), Verdict::Refused { .. }), "a full table is shared");
    assert_eq!(buckets.charge(new, NOW + 20 * 60_000), Verdict::Fine, "and empties by itself");
}

#[test]
fn a_bucket_refills_steadily() {
    let mut buckets = Buckets::new(8, Rate::per_minute(1, 4));
    let verdicts = [0; 5].map(|_: u64| buckets.charge(7, NOW));
    let refused = Verdict::Refused { wait_seconds: 60 };
    assert_eq!(verdicts, [Verdict::Fine, Verdict::Fine, Verdict::Suspicious, Verdict::Suspicious, refused]);
    assert_eq!(buckets.charge(7, NOW + 59_999), Verdict::Refused { wait_seconds: 1 });
    assert_eq!(buckets.charge(7, NOW + 60_000), Verdict::Suspicious);
}

#[test]
fn a_clock_that_is_set_back_shuts_nobody_out() {
    let mut buckets = Buckets::new(8, Rate::per_minute(1, 4));
    while !matches!(buckets.charge(7, NOW), Verdict::Refused { .. }) {}
    assert_eq!(buckets.charge(7, NOW - 24 * 60 * 60_000), Verdict::Fine);
}

#[test]
fn a_whole_network_has_a_limit_of_its_own() {
    let mut random = StdRng::seed_from_u64(1);
    let mut limits =
        Limits::new(&LimitSettings { per_second: 1_000, ..LimitSettings::default() }, &mut random);
    let mut refused = 0;
    for host in 0..=255 {
        let address = IpAddr::V4(Ipv4Addr::new(198, 51, 100, host));
        refused += u32::from(matches!(limits.report(address, NOW, &mut random), Verdict::Refused { .. }));
    }
    assert_eq!(refused, 56);
}

#[test]
fn a_household_with_ipv6_is_one_sender() {
    let mut random = StdRng::seed_from_u64(1);
    let mut limits = Limits::new(&LimitSettings::default(), &mut random);
    let verdict = (0..21_u16).map(|host| {
        let address = IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, host));
        limits.report(address, NOW, &mut random)
    });
    assert!(matches!(verdict.last(), Some(Verdict::Refused { .. })));
}

async fn statuses(server: &TestServer, forwarded: impl Fn(u128) -> Option<String>) -> Vec<u16> {
    let mut statuses = Vec::new();
    for number in 0..25 {
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
    let limited = [vec![204; 20], vec![429; 5]].concat();
    let server = TestServer::with(Settings::default());
    assert_eq!(statuses(&server, |number| Some(format!("203.0.113.{number}"))).await, limited);

    let mut settings = Settings::default();
    settings.proxy.trusted = vec!["192.0.2.0/24".parse().expect("a network")];
    let server = TestServer::with(settings.clone());
    let forged = |number| Some(format!("203.0.113.{number}, 198.51.100.7"));
    assert_eq!(statuses(&server, forged).await, limited, "left of the proxy's word anything may stand");
    let server = TestServer::with(settings);
    let honest = |number| Some(format!("203.0.113.{number}"));
    assert_eq!(statuses(&server, honest).await, vec![204; 25]);
}

#[tokio::test]
async fn refused_senders_are_told_when_to_come_again() {
    let server = TestServer::with(Settings::default());
    assert_eq!(statuses(&server, |_| None).await[20..], [429; 5]);
    let answer = server.post(report(99).to_json()).await;
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (429, Some("60")));
    server.clock.advance(1);
    assert_eq!(server.send(&report(99)).await, 204);
}
