//! What a sender is answered.

use axum::body::Body;
use axum::http::Request;
use zjtx_wire::REPORT_LENGTH;

use crate::support::reports::{one_for_each_cell, report};
use crate::support::server::{TestServer, generous, posting};

#[tokio::test]
async fn every_report_is_counted_once() {
    let server = TestServer::new();
    for report in one_for_each_cell() {
        assert_eq!(report.to_json().len(), REPORT_LENGTH);
        assert_eq!([server.send(&report).await, server.send(&report).await], [204, 204]);
    }
    let counts = server.store().waiting().expect("counts");
    assert_eq!(counts.len(), one_for_each_cell().len());
    assert!(counts.iter().all(|count| count.n == 1));
}

#[tokio::test]
async fn first_and_repeated_reports_are_answered_alike() {
    let server = TestServer::new();
    let first = server.post(report(1).to_json()).await;
    let second = server.post(report(1).to_json()).await;
    assert_eq!((first.status, &first.headers, &first.body), (second.status, &second.headers, &second.body));
}

#[tokio::test]
async fn refusals_say_what_to_do() {
    let server = TestServer::new();
    let good = report(1).to_json();
    let too_long = format!("{good}{}", " ".repeat(1_024));
    let type_of = |slug: &str| format!("urn:zjtx:problem:{slug}");
    for (body, status) in [
        ("{}".to_owned(), 400),
        (good.replace("\"d\":\"440106\"", "\"d\":\"440107\""), 422),
        (good.replace("2026W47", "2026W46"), 410),
        (good.replace("2026W47", "2026W48"), 410),
        (good.replace("2026W47", "2025W53"), 410),
        (too_long, 413),
    ] {
        let answer = server.post(body.clone()).await;
        assert_eq!(answer.status, status, "{body}");
        assert_eq!(answer.header("content-type"), Some("application/problem+json"));
        assert_eq!(answer.json()["status"], status);
    }
    for (week, slug) in
        [("2026W46", "period-closed"), ("2025W53", "period-closed"), ("2026W48", "period-not-begun")]
    {
        let answer = server.post(good.replace("2026W47", week)).await;
        assert_eq!((answer.status.as_u16(), &answer.json()["type"]), (410, &type_of(slug).into()), "{week}");
    }
    assert_eq!(server.store().ids().expect("ids"), 0);
}

#[tokio::test]
async fn only_json_is_read() {
    let server = TestServer::new();
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""] {
        let request = Request::post("/v1/reports").header("content-type", kind);
        assert_eq!(server.ask(request, report(1).to_json()).await.status, 415, "{kind}");
    }
    let request = Request::post("/v1/reports").header("content-type", "Application/JSON; charset=utf-8");
    assert_eq!(server.ask(request, report(1).to_json()).await.status, 204);
}

#[tokio::test]
async fn other_sites_cannot_make_their_visitors_report() {
    let mut settings = generous();
    settings.allowed_origins = vec!["https://portal.example".to_owned()];
    let server = TestServer::with(settings);
    for (headers, status) in [
        (vec![("origin", "https://portal.example"), ("sec-fetch-site", "cross-site")], 204),
        (vec![("origin", "https://self-test.example"), ("host", "self-test.example")], 204),
        (vec![("sec-fetch-site", "same-origin")], 204),
        (vec![], 204),
        (vec![("origin", "https://evil.example"), ("host", "self-test.example")], 403),
        (vec![("origin", "null"), ("host", "self-test.example")], 403),
        (vec![("sec-fetch-site", "cross-site")], 403),
    ] {
        let request = headers.iter().fold(posting(), |request, (name, value)| request.header(*name, *value));
        assert_eq!(server.ask(request, report(1).to_json()).await.status, status, "{headers:?}");
    }
}

/// Where the public address is known, a name that somebody points at this server is no way in.
#[tokio::test]
async fn the_own_page_is_the_one_at_the_public_address() {
    let mut settings = generous();
    settings.public_url = Some("https://self-test.example/".to_owned());
    let server = TestServer::with(settings);
    for (origin, host, status) in [
        ("https://self-test.example", "self-test.example", 204),
        ("https://self-test.example", "10.0.0.1:8080", 204),
        ("http://self-test.example", "self-test.example", 403),
        ("https://evil.example", "evil.example", 403),
    ] {
        let request = posting().header("origin", origin).header("host", host);
        assert_eq!(server.ask(request, report(1).to_json()).await.status, status, "{origin} at {host}");
    }
}

#[tokio::test]
async fn listed_pages_may_read_refusals_too() {
    let mut settings = generous();
    settings.allowed_origins = vec!["https://portal.example".to_owned()];
    let server = TestServer::with(settings);
    let request = posting().header("origin", "https://portal.example");
    let answer = server.ask(request, "{}").await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.header("access-control-allow-origin"), Some("https://portal.example"));
    let preflight = Request::options("/v1/reports")
        .header("origin", "https://portal.example")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "content-type,zjtx-work");
    let answer = server.ask(preflight, Body::empty()).await;
    assert_eq!(answer.header("access-control-allow-origin"), Some("https://portal.example"));
}

#[tokio::test]
async fn a_closed_period_stays_closed() {
    let server = TestServer::new();
    assert_eq!(server.send(&report(1)).await, 204);
    server.clock.advance(5 * 24);
    assert_eq!(server.send(&report(2)).await, 204, "a day of grace after the end");
    server.clock.advance(24);
    assert_eq!(server.send(&report(1)).await, 410, "even for a report that was counted");
    server.run_due().await;
    server.clock.leap(-24);
    assert_eq!(server.send(&report(1)).await, 410, "even when the clock is set back");
}

/// The page writes the same list, as wasm in the browser (`crates/wire/tests/parity.rs`).
#[tokio::test]
async fn the_bytes_that_the_page_writes_are_counted() {
    let server = TestServer::new();
    for line in include_str!("../../../wire/tests/reports.jsonl").lines() {
        assert_eq!(server.post(line).await.status, 204, "{line}");
    }
}

#[tokio::test]
async fn work_is_asked_for_where_it_is_configured() {
    let mut settings = generous();
    settings.work.bits = 8;
    let mut server = TestServer::with(settings);
    let config: zjtx_wire::Config =
        serde_json::from_slice(&server.get("/v1/config", None).await.body).expect("it");
    let rules = config.work.expect("rules");
    let done = rules.find(&report(1).id);
    let mut numbers = (0..).map(|number: u64| format!("{number:016x}"));
    let idle = numbers.find(|digits| !rules.accepts(&report(1).id, digits)).expect("a number");
    for (value, status) in [(idle, 428), (done[1..].to_owned(), 428), (done.clone(), 204)] {
        let request = posting().header("zjtx-work", value.clone());
        assert_eq!(server.ask(request, report(1).to_json()).await.status, status, "{value}");
    }
    assert_eq!(server.send(&report(1)).await, 428);
    server.restart();
    let request = posting().header("zjtx-work", done);
    assert_eq!(server.ask(request, report(1).to_json()).await.status, 204, "the salt outlives a restart");
}

#[tokio::test]
async fn every_answer_has_the_headers() {
    let server = TestServer::new();
    for path in ["/v1/config", "/v1/nothing", "/healthz", "/readyz", "/openapi.json", "/v1/city/releases"] {
        let answer = server.get(path, None).await;
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"), "{path}");
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'"), "{path}");
    }
}
