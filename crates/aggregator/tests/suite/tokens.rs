//! Blind tokens 「凭证」: a firm is counted once, nobody learns which, and every way in which that can go wrong.

use axum::http::StatusCode;
use zjtx_aggregator::blind::Issuer;
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::server::{Server, StartError};
use zjtx_aggregator::store::{Lane, Scope, TokenWeek};
use zjtx_wire::{BlindToken, CityReleases, Period, Report, Table, TokenUse, Verdict};

use crate::support::reports::{NATIONAL, PROVINCIAL, id, period, report};
use crate::support::server::{Answer, TestServer, generous};
use crate::support::tokens::{Drawn, ask, fetch, public_key, request, stolen};

const WEEK: i64 = 7 * 24;

fn server() -> TestServer {
    TestServer::with_tokens(generous())
}

fn portal(server: &TestServer) -> String {
    server.issue(Scope::Portal, "门户", 30)
}

async fn one(server: &TestServer) -> BlindToken {
    fetch(server, &portal(server), period(), PROVINCIAL, 1).await[0]
}

async fn spend(server: &TestServer, report: &Report, token: &BlindToken) -> Answer {
    server.post(report.to_json_with(token)).await
}

/// How many reports wait in a lane.
fn waiting(server: &TestServer, lane: Lane) -> i64 {
    let counts = server.store().waiting().expect("counts");
    counts.iter().filter(|count| count.cell.lane == lane).map(|count| count.n).sum()
}

fn is_refused_as(answer: &Answer, status: u16, slug: &str) -> bool {
    answer.status == status && answer.json()["type"] == format!("urn:zjtx:problem:{slug}")
}

#[tokio::test]
async fn a_token_counts_once_whatever_is_sent_with_it() {
    let mut server = server();
    let token = one(&server).await;
    for verdict in [Verdict::Met, Verdict::Met, Verdict::Unmet] {
        assert_eq!(spend(&server, &Report { verdict, ..report(0) }, &token).await.status, 204);
    }
    server.restart();
    assert_eq!(spend(&server, &report(0), &token).await.status, 204, "after a restart too");
    assert_eq!((waiting(&server, Lane::Token), waiting(&server, Lane::Open)), (1, 0));
    let weeks = server.store().token_weeks().expect("weeks");
    assert_eq!(weeks, [TokenWeek { period: period(), issued: 1, spent: 1 }]);
}

#[tokio::test]
async fn a_portal_that_is_down_and_a_lost_token_only_change_the_lane() {
    let server = server();
    assert_eq!(server.send(&report(1)).await, 204);
    assert_eq!((waiting(&server, Lane::Token), waiting(&server, Lane::Open)), (0, 1));
    // A second issue, because the first was lost: the portal's to allow.
    let tokens = fetch(&server, &portal(&server), period(), PROVINCIAL, 2).await;
    assert_eq!(spend(&server, &report(0), &tokens[1]).await.status, 204);
    assert_eq!(waiting(&server, Lane::Token), 1);
}

#[tokio::test]
async fn a_token_that_does_not_work_is_refused_and_the_report_may_come_without() {
    let server = server();
    let good = one(&server).await;
    let ahead = fetch(&server, &server.issue(Scope::Portal, "门户-2", 30), next(), PROVINCIAL, 1).await[0];
    let forged = BlindToken::new(&[7; 32], &[7; 32]);
    let national = Report { pack: crate::support::reports::CN26L, level: NATIONAL, ..report(0) };
    for (report, token) in [(report(0), forged), (report(0), ahead), (national, good)] {
        let answer = spend(&server, &report, &token).await;
        assert!(is_refused_as(&answer, 422, "token-invalid"), "{:?}", answer.json());
    }
    assert_eq!(waiting(&server, Lane::Token) + waiting(&server, Lane::Open), 0);
    assert_eq!(server.send(&report(1)).await, 204);
    assert_eq!(spend(&server, &report(0), &good).await.status, 204, "the refused try cost nothing");
}

#[tokio::test]
async fn a_site_without_tokens_knows_none() {
    let server = TestServer::new();
    let keys = Keys::open(&server.settings.keys).expect("keys");
    let token = stolen(&Issuer::of(&keys, period()).expect("a key"), PROVINCIAL);
    assert!(is_refused_as(&spend(&server, &report(0), &token).await, 422, "token-invalid"));
    let drawn = [Drawn::new(PROVINCIAL)];
    let answer = ask(&server, &portal(&server), request(period(), &drawn)).await;
    assert_eq!(answer.status, 404);
    assert_eq!(server.get("/v1/config", None).await.json().get("tokens"), None);
}

fn next() -> Period {
    "2026W48".parse().expect("a period")
}

#[tokio::test]
async fn a_token_works_until_its_week_is_closed() {
    let server = server();
    let tokens = fetch(&server, &portal(&server), period(), PROVINCIAL, 2).await;
    server.clock.advance(4 * 24 + 20);
    server.run_due().await;
    assert_eq!(spend(&server, &report(0), &tokens[0]).await.status, 204, "within a day of the week's end");
    server.clock.advance(24);
    server.run_due().await;
    assert!(is_refused_as(&spend(&server, &report(0), &tokens[1]).await, 410, "period-closed"));
    let drawn = [Drawn::new(PROVINCIAL)];
    let answer = ask(&server, &server.issue(Scope::Portal, "门户-2", 30), request(period(), &drawn)).await;
    assert!(is_refused_as(&answer, 410, "period-closed"), "no token of a past week is issued");
    let keys = Keys::open(&server.settings.keys).expect("keys");
    assert!(Issuer::of(&keys, period()).is_none(), "its secret is destroyed");
}

#[tokio::test]
async fn a_token_of_a_week_to_come_waits_for_it() {
    let server = server();
    let token = fetch(&server, &portal(&server), next(), PROVINCIAL, 1).await[0];
    let early = Report { period: next(), ..report(0) };
    assert!(is_refused_as(&spend(&server, &early, &token).await, 410, "period-not-begun"));
    server.clock.advance(WEEK);
    assert_eq!(spend(&server, &early, &token).await.status, 204);
}

#[tokio::test]
async fn only_published_weeks_are_issued() {
    let server = server();
    let portal = portal(&server);
    for (week, status) in [("2026W46", 410), ("2026W47", 200), ("2026W51", 200), ("2026W52", 410)] {
        let week: Period = week.parse().expect("a period");
        let answer = ask(&server, &portal, request(week, &[Drawn::new(PROVINCIAL)])).await;
        assert_eq!(answer.status, status, "{week}");
    }
}

#[tokio::test]
async fn a_doubted_clock_issues_nothing() {
    let mut server = server();
    let portal = portal(&server);
    server.run_due().await;
    server.clock.leap(366 * 24);
    server.restart();
    let answer = ask(&server, &portal, request(period(), &[Drawn::new(PROVINCIAL)])).await;
    assert_eq!(answer.status, 503);
    assert_eq!(server.store().token_weeks().expect("weeks"), []);
}

#[tokio::test]
async fn only_the_portal_fetches_and_it_reads_nothing() {
    let server = server();
    let body = || request(period(), &[Drawn::new(PROVINCIAL)]);
    let city = server.issue(Scope::City, "市级", 30);
    for stranger in [city.as_str(), "", &format!("zjtx_{}", "A".repeat(32))] {
        assert_eq!(ask(&server, stranger, body()).await.status, 403);
    }
    let portal = portal(&server);
    assert_eq!(ask(&server, &portal, body()).await.status, 200);
    assert_eq!(server.get("/v1/access", Some(&portal)).await.status, 403);
}

#[tokio::test]
async fn a_request_names_each_level_once() {
    let server = server();
    let portal = portal(&server);
    let draw = |levels: &[&str]| -> Vec<Drawn> {
        levels.iter().map(|code| Drawn::new(zjtx_wire::Level::from_code(code).expect("a level"))).collect()
    };
    let all = ["1", "2", "3", "4", "5", "6", "7"];
    for (levels, status) in [(&all[..], 200), (&["2", "2"], 422), (&["9"], 422), (&[], 422)] {
        let answer = ask(&server, &portal, request(period(), &draw(levels))).await;
        assert_eq!(answer.status, status, "{levels:?}");
    }
    assert_eq!(server.store().token_weeks().expect("weeks")[0].issued, 7);
}

#[tokio::test]
async fn more_spent_than_issued_is_told() {
    let server = server();
    let keys = Keys::open(&server.settings.keys).expect("keys");
    let issuer = Issuer::of(&keys, period()).expect("a key");
    spend(&server, &report(0), &one(&server).await).await;
    for _ in 0..3 {
        assert_eq!(spend(&server, &report(0), &stolen(&issuer, PROVINCIAL)).await.status, 204);
    }
    server.run_due().await;
    let figures = server.figures();
    for figure in ["blind_tokens_issued 1", "blind_tokens_spent 4", "blind_tokens_excess 3"] {
        assert!(figures.lines().any(|line| line == format!("zjtx_{figure}")), "{figure} in {figures}");
    }
}

#[tokio::test]
async fn reports_with_and_without_a_token_are_released_apart() {
    let mut settings = generous();
    settings.release.epsilon = "none".to_owned();
    let server = TestServer::with_tokens(settings);
    for token in fetch(&server, &portal(&server), period(), PROVINCIAL, 23).await {
        spend(&server, &report(0), &token).await;
    }
    for number in 0..40 {
        let verdict = if number < 20 { Verdict::Met } else { Verdict::Unmet };
        assert_eq!(server.send(&Report { id: id(number), verdict, ..report(0) }).await, 204);
    }
    server.clock.advance(WEEK);
    server.run_due().await;
    let token = server.issue(Scope::City, "市级", 30);
    let answer = server.get("/v1/city/releases/latest", Some(&token)).await;
    let city: CityReleases = serde_json::from_slice(&answer.body).expect("releases");
    let apart = Table::MetOrOther { total: 40, met: 20, other: 20 };
    let tables = |releases: &[zjtx_wire::Release]| releases.iter().map(|one| one.table).collect::<Vec<_>>();
    assert_eq!(tables(&city.releases), [Table::TotalOnly { total: 23 }]);
    assert_eq!(tables(&city.apart), [apart]);
    let totals: Vec<Table> = [&city.totals, &city.totals_apart].map(|totals| totals[0].table).into();
    assert_eq!(totals, [Table::TotalOnly { total: 23 }, apart]);
    assert_eq!(city.tokens, [TokenUse { period: period(), issued: 23, spent: 20 }], "spent in whole tens");
    let csv = server.get("/v1/city/releases.csv", Some(&token)).await;
    let lines = String::from_utf8(csv.body).expect("text");
    let lanes: Vec<&str> = lines.lines().filter_map(|line| line.split(',').next()).collect();
    assert_eq!(lanes, ["\u{feff}凭证", "无", "有"]);
}

#[tokio::test]
async fn a_token_is_never_held_back() {
    let mut settings = generous();
    settings.limits.address_per_day = 1;
    let server = TestServer::with_tokens(settings);
    for token in fetch(&server, &portal(&server), period(), PROVINCIAL, 3).await {
        assert_eq!(spend(&server, &report(0), &token).await.status, StatusCode::NO_CONTENT);
    }
    assert_eq!((waiting(&server, Lane::Token), server.store().held().expect("held").len()), (3, 0));
    assert_eq!(server.send(&report(1)).await, 204);
    assert_eq!((waiting(&server, Lane::Open), server.store().held().expect("held").len()), (0, 1));
}

#[tokio::test]
async fn keys_are_the_same_for_everybody_and_outlive_a_restart() {
    let mut server = server();
    let first = public_key(&server, next()).await;
    server.restart();
    assert_eq!(public_key(&server, next()).await, first);
}

#[test]
fn a_server_whose_signing_key_is_not_the_pinned_one_does_not_start() {
    let server = server();
    for change in [
        |folder: &std::path::Path| std::fs::write(folder.join("signing.key"), "ab".repeat(32)),
        |folder: &std::path::Path| std::fs::remove_file(folder.join("signing.key")),
    ] {
        change(&server.settings.keys).expect("another key");
        let started = Server::new(server.settings.clone(), server.clock.clone(), false);
        assert!(matches!(started, Err(StartError::OtherTokenKey)));
    }
}
