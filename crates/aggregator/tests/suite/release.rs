//! What officers read, and when.

use zjtx_aggregator::counted::Counted;
use zjtx_aggregator::release::{chain, sheet};
use zjtx_aggregator::store::{Lane, Scope};
use zjtx_wire::{CityReleases, District, DistrictReleases, Release, Report, Table, Verdict};

use crate::support::reports::{HAIZHU, NANSHA, TIANHE, districts, id, report};
use crate::support::server::{TestServer, generous};

const WEEK: i64 = 7 * 24;

fn exact() -> TestServer {
    let mut settings = generous();
    settings.release.epsilon = "none".to_owned();
    TestServer::with(settings)
}

/// Sends `counts` reports of each verdict, with ids from a number on.
async fn send(server: &TestServer, district: District, period: &str, first_id: u128, counts: [u128; 4]) {
    let mut number = first_id;
    for (verdict, count) in Verdict::ALL.into_iter().zip(counts) {
        for _ in 0..count {
            let period = period.parse().expect("a period");
            let report = Report { id: id(number), district, verdict, period, ..report(0) };
            assert_eq!(server.send(&report).await, 204);
            number += 1;
        }
    }
}

async fn read(server: &TestServer, district: District) -> DistrictReleases {
    let token = server.issue(Scope::City, &format!("{district:?}{}", rand::random::<u64>()), 30);
    let answer = server.get(&format!("/v1/districts/{}/releases", district.code()), Some(&token)).await;
    serde_json::from_slice(&answer.body).expect("releases")
}

#[tokio::test]
async fn nothing_shows_before_the_week_is_closed() {
    let server = exact();
    send(&server, TIANHE, "2026W47", 0, [30, 20, 10, 5]).await;
    server.run_due().await;
    assert_eq!(read(&server, TIANHE).await.releases, []);
    server.clock.advance(WEEK);
    server.run_due().await;
    let read = read(&server, TIANHE).await;
    assert_eq!(read.closed_through, Some("2026W47".parse().expect("a period")));
    let [release] = read.releases.as_slice() else { panic!("one release") };
    let all = Table::ByVerdict { total: 65, met: 30, unmet: 20, undetermined: 10, vetoed: 5 };
    assert_eq!(release.table, all);
}

#[tokio::test]
async fn small_batches_are_carried_forward() {
    let server = exact();
    send(&server, TIANHE, "2026W47", 0, [9, 0, 0, 0]).await;
    server.clock.advance(WEEK);
    server.run_due().await;
    assert_eq!(read(&server, TIANHE).await.releases, []);
    send(&server, TIANHE, "2026W48", 100, [0, 9, 0, 0]).await;
    server.clock.advance(WEEK);
    server.run_due().await;
    let read = read(&server, TIANHE).await;
    let [release] = read.releases.as_slice() else { panic!("one release") };
    assert_eq!((release.from.to_string(), release.to.to_string()), ("2026W47".into(), "2026W48".into()));
    assert_eq!(release.table, Table::MetOrOther { total: 18, met: 9, other: 9 });
}

#[tokio::test]
async fn the_city_is_the_sum_of_its_districts() {
    let server = exact();
    send(&server, TIANHE, "2026W47", 0, [10, 10, 10, 10]).await;
    send(&server, HAIZHU, "2026W47", 100, [20, 10, 5, 5]).await;
    send(&server, NANSHA, "2026W47", 200, [3, 3, 3, 0]).await;
    server.clock.advance(WEEK);
    server.run_due().await;
    let token = server.issue(Scope::City, "市级", 30);
    let answer = server.get("/v1/city/releases/latest", Some(&token)).await;
    let city: CityReleases = serde_json::from_slice(&answer.body).expect("releases");
    assert_eq!(city.releases.len(), 2);
    let all = Table::ByVerdict { total: 80, met: 30, unmet: 20, undetermined: 15, vetoed: 15 };
    assert_eq!(city.totals.iter().map(|total| total.table).collect::<Vec<_>>(), [all]);
}

#[tokio::test]
async fn noisy_releases_add_up_and_say_how_noisy_they_are() {
    let server = TestServer::new();
    for (week, period) in ["2026W47", "2026W48", "2026W49"].into_iter().enumerate() {
        for (place, district) in [TIANHE, HAIZHU].into_iter().enumerate() {
            let first = (week * 1_000 + place * 500) as u128;
            send(&server, district, period, first, [40, 30, 30, 25]).await;
        }
        server.clock.advance(WEEK);
        server.run_due().await;
    }
    let token = server.issue(Scope::City, "市级", 30);
    let answer = server.get("/v1/city/releases/latest", Some(&token)).await;
    let city: CityReleases = serde_json::from_slice(&answer.body).expect("releases");
    let totals = city.releases.iter().map(|release| match release.table {
        Table::ByVerdict { total, met, unmet, undetermined, vetoed } => {
            assert_eq!(total, met + unmet + undetermined + vetoed);
            total
        }
        _ => panic!("every verdict is frequent"),
    });
    let sum: i64 = totals.sum();
    assert!(matches!(city.totals[0].table, Table::ByVerdict { total, .. } if total == sum));
    let note = city.releases[0].noise.clone().expect("a note");
    assert_eq!((note.epsilon.as_str(), note.increments, note.margin_95), ("1", 3, 5));
}

#[tokio::test]
async fn released_history_never_changes() {
    let mut server = TestServer::new();
    send(&server, TIANHE, "2026W47", 0, [40, 30, 30, 20]).await;
    server.clock.advance(WEEK);
    server.run_due().await;
    let first = read(&server, TIANHE).await.releases;
    server.restart();
    server.run_due().await;
    assert_eq!(read(&server, TIANHE).await.releases, first);
    send(&server, TIANHE, "2026W48", 1_000, [40, 30, 30, 20]).await;
    server.clock.advance(WEEK);
    server.run_due().await;
    let second = read(&server, TIANHE).await.releases;
    assert_eq!((second.len(), &second[..1]), (2, &first[..]));
    assert_eq!(second[1].previous_hash, first[0].hash);
}

#[tokio::test]
async fn a_changed_release_breaks_the_chain() {
    let server = TestServer::new();
    for (place, district) in districts().into_iter().enumerate() {
        send(&server, district, "2026W47", place as u128 * 100, [5, 5, 5, 5]).await;
    }
    server.clock.advance(WEEK);
    server.run_due().await;
    let chained = server.store().increments(None).expect("increments");
    assert_eq!((chained.len(), chain::verify(&chained)), (12, Ok(())));
    let mut changed = chained.clone();
    changed[4].counts[0] += 1;
    assert_eq!(chain::verify(&changed).map_err(|broken| broken.seq), Err(5));
    let mut shortened = chained.clone();
    shortened.remove(7);
    assert_eq!(chain::verify(&shortened).map_err(|broken| broken.seq), Err(8));
}

#[tokio::test]
async fn known_releases_are_not_sent_again() {
    let server = TestServer::new();
    let token = server.issue(Scope::City, "市级", 30);
    let first = server.get("/v1/city/releases", Some(&token)).await;
    let tag = first.header("etag").expect("a tag").to_owned();
    assert_eq!(first.header("cache-control"), Some("private, no-cache"));
    let request = axum::http::Request::get("/v1/city/releases")
        .header("authorization", format!("Bearer {token}"))
        .header("if-none-match", tag);
    let second = server.ask(request, axum::body::Body::empty()).await;
    assert_eq!((second.status.as_u16(), second.body.len()), (304, 0));
}

#[tokio::test]
async fn a_release_is_found_by_its_place_in_the_chain_in_its_district_alone() {
    let server = exact();
    send(&server, TIANHE, "2026W47", 0, [30, 20, 10, 5]).await;
    send(&server, HAIZHU, "2026W47", 100, [10, 10, 10, 10]).await;
    server.clock.advance(WEEK);
    server.run_due().await;
    let token = server.issue(Scope::City, "市级", 30);
    let ask = async |code: &str, seq: &str| {
        server.get(&format!("/v1/districts/{code}/releases/{seq}"), Some(&token)).await
    };
    for (district, code) in [(TIANHE, "440106"), (HAIZHU, "440105")] {
        let [release] = &read(&server, district).await.releases[..] else { panic!("one release") };
        let found: Release =
            serde_json::from_slice(&ask(code, &release.seq.to_string()).await.body).expect("it");
        assert_eq!(&found, release);
        for other in [3 - release.seq, 9] {
            assert_eq!(ask(code, &other.to_string()).await.status, 404);
        }
        for no_number in ["x", "01", "-1"] {
            assert_eq!(ask(code, no_number).await.status, 404);
        }
    }
}

#[tokio::test]
async fn the_text_for_spreadsheets_holds_the_same_releases() {
    let server = exact();
    send(&server, TIANHE, "2026W47", 0, [30, 20, 10, 5]).await;
    server.clock.advance(WEEK);
    server.run_due().await;
    let releases = read(&server, TIANHE).await.releases;
    let releases = releases.into_iter().map(|release| (Lane::Open, release)).collect();
    let rows = sheet::Rows { are_in_lanes: false, releases };
    let token = server.issue(Scope::City, "市级", 30);
    for path in ["/v1/districts/440106/releases.csv", "/v1/city/releases.csv"] {
        let answer = server.get(path, Some(&token)).await;
        assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8"));
        assert_eq!(String::from_utf8(answer.body).expect("text"), sheet::csv(&rows, &Counted::by_default()));
        let workbook = server.get(&path.replace(".csv", ".xlsx"), Some(&token)).await;
        assert_eq!(workbook.body, sheet::workbook(&rows, &Counted::by_default()).expect("a workbook"));
    }
}
