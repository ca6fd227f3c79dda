//! Clocks that are wrong.

use crate::support::reports::report;
use crate::support::server::TestServer;

const YEAR: i64 = 366 * 24;

/// A clock that is a year ahead for a minute and then right again: nothing is closed, nothing is told
/// to be closed, and everything goes on.
#[tokio::test]
async fn a_clock_ahead_for_a_minute_closes_nothing() {
    let server = TestServer::new();
    server.run_due().await;
    assert_eq!(server.send(&report(1)).await, 204);
    server.clock.leap(YEAR);
    assert_eq!(server.send(&report(2)).await, 204, "the leap is not followed");
    server.run_due().await;
    server.clock.leap(-YEAR);
    assert_eq!(server.send(&report(3)).await, 204);
    server.run_due().await;
    let closed = server.store().closed_through().expect("a period");
    assert_eq!(closed, Some("2026W46".parse().expect("a period")));
}

/// The same, and the server is started anew in that minute: it waits, and says so.
#[tokio::test]
async fn a_start_with_a_clock_ahead_waits() {
    let mut server = TestServer::new();
    server.run_due().await;
    assert_eq!(server.send(&report(1)).await, 204);
    server.clock.leap(YEAR);
    server.restart();
    server.run_due().await;
    let answer = server.post(report(2).to_json()).await;
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (503, Some("60")), "never 410");
    for path in ["/readyz", "/v1/config"] {
        assert_eq!(server.get(path, None).await.status, 503, "{path}");
    }
    server.clock.leap(-YEAR);
    server.run_due().await;
    assert_eq!([server.send(&report(2)).await, server.send(&report(1)).await], [204, 204]);
    for path in ["/readyz", "/v1/config"] {
        assert!(server.get(path, None).await.status.is_success(), "{path}");
    }
}

/// Behind: the time stands still, and no report of the running week is told to be closed or early.
#[tokio::test]
async fn a_clock_behind_stands_still() {
    let mut server = TestServer::new();
    server.clock.advance(7 * 24);
    server.run_due().await;
    server.clock.leap(-7 * 24);
    server.restart();
    let config = server.get("/v1/config", None).await.json();
    assert_eq!(config["period"], "2026W48");
    let period = "2026W48".parse().expect("a period");
    assert_eq!(server.send(&zjtx_wire::Report { period, ..report(1) }).await, 204);
    assert_eq!(server.send(&report(2)).await, 410, "what was closed stays closed");
}

/// A server that was off for three weeks waits for a word, and then closes all of them.
#[tokio::test]
async fn a_long_pause_needs_a_word() {
    let mut server = TestServer::new();
    server.run_due().await;
    for number in 0..60 {
        assert_eq!(server.send(&report(number)).await, 204);
    }
    server.clock.advance(3 * 7 * 24);
    server.restart();
    server.run_due().await;
    assert_eq!(server.store().increments(None).expect("increments").len(), 0);
    let now = zjtx_aggregator::clock::Clock::now(&*server.clock);
    server.store().set_time(now, &crate::support::server::audit()).expect("the time");
    server.run_due().await;
    assert_eq!(server.store().increments(None).expect("increments").len(), 1);
    assert_eq!(server.get("/readyz", None).await.status, 204);
}
