//! Suspicious reports are counted apart until somebody decides.

use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::LaneDecision;
use zjtx_wire::{District, Report};

use crate::support::reports::report;
use crate::support::server::{TestServer, audit};

#[tokio::test]
async fn the_second_half_of_a_bucket_is_held() {
    let server = TestServer::with(Settings::default());
    for number in 0..20 {
        assert_eq!(server.send(&report(number)).await, 204);
    }
    let held = server.store().held_days().expect("days");
    assert_eq!(held.iter().map(|held| held.n).collect::<Vec<_>>(), [10]);
    server.clock.advance(7 * 24);
    server.run_due().await;
    let mut store = server.store();
    assert_eq!(store.increments(None).expect("increments").len(), 1);
    assert_eq!(store.decide(held[0].day, LaneDecision::Accept, &audit()).expect("a decision"), 10);
    server.clock.advance(7 * 24);
    server.run_due().await;
    assert_eq!(store.increments(None).expect("increments").len(), 2);
}

#[tokio::test]
async fn a_district_that_surges_is_held() {
    let server = TestServer::new();
    for number in 0..210 {
        assert_eq!(server.send(&report(number)).await, 204);
    }
    let elsewhere = Report { district: District::Haizhu, ..report(1_000) };
    assert_eq!(server.send(&elsewhere).await, 204);
    let held: Vec<i64> = server.store().held_days().expect("days").iter().map(|held| held.n).collect();
    assert_eq!(held, [10]);
}
