//! Suspicious reports are counted apart until somebody decides.

use std::net::IpAddr;

use axum::body::Body;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::{HeldReason, LaneChoice, LaneDecision};
use zjtx_wire::Report;

use crate::support::reports::{HAIZHU, report};
use crate::support::server::{TestServer, audit, generous, posting};

fn held(server: &TestServer) -> Vec<(HeldReason, i64)> {
    let held = server.store().held().expect("held reports");
    held.iter().map(|held| (held.held.reason, held.count.n)).collect()
}

async fn send_from(server: &TestServer, address: [u8; 4], report: &Report) -> u16 {
    let body = Body::from(report.to_json());
    server.ask_from(IpAddr::from(address), posting(), body).await.status.as_u16()
}

/// Thirty firms of a workshop test three levels each, from one address.
#[tokio::test]
async fn a_workshop_is_counted_or_held_never_refused() {
    let server = TestServer::with(Settings::default());
    for number in 0..90 {
        assert_eq!(server.send(&report(number)).await, 204);
    }
    assert_eq!(held(&server), [(HeldReason::Address, 50)]);
    let mut store = server.store();
    let day = store.held().expect("held reports")[0].held.day;
    assert_eq!(store.decide(&LaneChoice::day(day), LaneDecision::Accept, &audit()).expect("a decision"), 50);
    let waiting: i64 = store.waiting().expect("counts").iter().map(|count| count.n).sum();
    assert_eq!(waiting, 90);
}

/// However patiently one address sends, what is counted of it in a week is bounded.
#[tokio::test]
async fn one_address_cannot_fill_a_week() {
    let server = TestServer::with(Settings::default());
    let (mut number, mut answered) = (0, 0);
    for _ in 0..4 * 16 {
        for _ in 0..10 {
            number += 1;
            answered += u32::from(server.send(&report(number)).await == 204);
        }
        server.clock.advance(1);
    }
    assert!(answered > 300, "{answered}");
    let counted: i64 = server.store().waiting().expect("counts").iter().map(|count| count.n).sum();
    assert!(counted <= 40 * 4, "forty in each of the days that were begun: {counted}");
}

#[tokio::test]
async fn a_district_that_surges_is_held() {
    let mut settings = generous();
    settings.proxy.trusted = vec!["192.0.2.7/32".parse().expect("a network")];
    let server = TestServer::with(settings);
    for number in 0..210 {
        let address = format!("198.51.{}.{}", number / 100, number % 100);
        let request = posting().header("x-forwarded-for", address);
        assert_eq!(server.ask(request, report(number).to_json()).await.status, 204);
    }
    let elsewhere = Report { district: HAIZHU, ..report(1_000) };
    assert_eq!(server.send(&elsewhere).await, 204);
    assert_eq!(held(&server), [(HeldReason::Surge, 10)]);
}

/// A replayed report, and one address that goes on sending, make no surge: the honest reports of
/// their district are counted.
#[tokio::test]
async fn nobody_alone_makes_a_district_surge() {
    let server = TestServer::with(generous());
    for round in 0..22_u8 {
        for _ in 0..10 {
            assert_eq!(send_from(&server, [127, 60, round, 9], &report(1)).await, 204);
        }
    }
    for number in 1_000..1_300 {
        assert_eq!(send_from(&server, [203, 0, 113, 9], &report(number)).await, 204);
    }
    for number in 0..40_u8 {
        let honest = report(5_000 + u128::from(number));
        assert_eq!(send_from(&server, [198, 51, number, 1], &honest).await, 204);
    }
    assert_eq!(held(&server), []);
}

#[tokio::test]
async fn what_a_district_used_to_send_is_known_after_a_restart() {
    let mut settings = generous();
    settings.proxy.trusted = vec!["192.0.2.7/32".parse().expect("a network")];
    let mut server = TestServer::with(settings);
    let mut number = 0;
    let mut send = async |server: &TestServer, reports: u128| {
        for _ in 0..reports {
            number += 1;
            let address = format!("198.{}.{}.{}", number / 10_000, number / 100 % 100, number % 100);
            let period =
                zjtx_aggregator::calendar::period_of(zjtx_aggregator::clock::Clock::now(&*server.clock));
            let body = Report { period, ..report(number) }.to_json();
            let answer = server.ask(posting().header("x-forwarded-for", address), body).await;
            assert_eq!(answer.status, 204);
        }
    };
    for _ in 0..10 {
        send(&server, 40).await;
        server.clock.advance(24);
        server.run_due().await;
    }
    server.restart();
    send(&server, 300).await;
    assert_eq!(held(&server), [], "ten times forty is the limit, not two hundred");
}
