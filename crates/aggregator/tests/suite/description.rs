//! The OpenAPI document and the routes say the same.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::Request;
use hyper::body::Frame;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::Scope;

use crate::support::reports::{PROVINCIAL, arrival, period, report};
use crate::support::server::{TestServer, audit, generous, posting};
use crate::support::tokens::{self, Drawn};

/// A method, a documented path and a status.
type Case = (String, String, u16);

#[test]
fn the_document_is_the_committed_one() {
    let document = serde_json::to_string_pretty(&zjtx_aggregator::http::document()).expect("a document");
    let hint =
        "after a wanted change: cargo run -p zjtx-aggregator -- openapi > crates/aggregator/openapi.json";
    assert!(document.trim() == include_str!("../../openapi.json").trim(), "{hint}");
}

fn documented() -> BTreeSet<Case> {
    let document = serde_json::to_value(zjtx_aggregator::http::document()).expect("a document");
    let mut cases = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            for status in operation["responses"].as_object().expect("responses").keys() {
                cases.insert((method.clone(), path.clone(), status.parse().expect("a status")));
            }
        }
    }
    cases
}

const READING: [(&str, &str); 10] = [
    ("/v1/access", "/v1/access"),
    ("/v1/districts/{code}/releases", "/v1/districts/440106/releases"),
    ("/v1/districts/{code}/releases/latest", "/v1/districts/440106/releases/latest"),
    ("/v1/districts/{code}/releases/{seq}", "/v1/districts/440106/releases/1"),
    ("/v1/districts/{code}/releases.csv", "/v1/districts/440106/releases.csv"),
    ("/v1/districts/{code}/releases.xlsx", "/v1/districts/440106/releases.xlsx"),
    ("/v1/city/releases", "/v1/city/releases"),
    ("/v1/city/releases/latest", "/v1/city/releases/latest"),
    ("/v1/city/releases.csv", "/v1/city/releases.csv"),
    ("/v1/city/releases.xlsx", "/v1/city/releases.xlsx"),
];

/// Causes every answer that the server has, and notes which it was.
async fn observed() -> BTreeSet<Case> {
    let mut cases = sending().await;
    cases.extend(reading().await);
    cases.extend(issuing().await);
    let server = TestServer::new();
    for path in ["/v1/config", "/healthz", "/openapi.json"] {
        cases.insert(("get".into(), path.into(), server.get(path, None).await.status.as_u16()));
    }
    let well = TestServer::new();
    cases.insert(("get".into(), "/readyz".into(), well.get("/readyz", None).await.status.as_u16()));
    let mut doubting = TestServer::new();
    doubting.run_due().await;
    doubting.clock.leap(366 * 24);
    doubting.restart();
    let config = doubting.get("/v1/config", None).await;
    cases.insert(("get".into(), "/v1/config".into(), config.status.as_u16()));
    break_database(&server);
    cases.insert(("get".into(), "/readyz".into(), server.get("/readyz", None).await.status.as_u16()));
    cases
}

async fn sending() -> BTreeSet<Case> {
    let server = TestServer::with(Settings::default());
    let good = report(1).to_json();
    let mut statuses = BTreeSet::new();
    for body in [
        good.clone(),
        "{}".to_owned(),
        good.replace("2026W47", "2026W40"),
        good.replace("440106", "440107"),
        " ".repeat(1_025),
    ] {
        statuses.insert(server.post(body).await.status.as_u16());
    }
    let stranger = posting().header("origin", "https://evil.example");
    statuses.insert(server.ask(stranger, good.clone()).await.status.as_u16());
    let text = Request::post("/v1/reports").header("content-type", "text/plain");
    statuses.insert(server.ask(text, good.clone()).await.status.as_u16());
    statuses.insert(slow_body(&good).await);
    for number in 0..125 {
        statuses.insert(server.send(&report(number)).await);
    }
    let broken = TestServer::new();
    break_database(&broken);
    statuses.insert(broken.send(&report(1)).await);
    let mut asking = generous();
    asking.work.bits = 20;
    statuses.insert(TestServer::with(asking).send(&report(1)).await);
    statuses.into_iter().map(|status| ("post".into(), "/v1/reports".into(), status)).collect()
}

/// A body of which only half ever comes, on a server without patience.
async fn slow_body(body: &str) -> u16 {
    let server = TestServer::with(impatient());
    server.ask(posting(), half(body)).await.status.as_u16()
}

fn impatient() -> Settings {
    let mut settings = generous();
    settings.connections.body_seconds = 0;
    settings
}

fn half(body: &str) -> Body {
    Body::new(Half(Some(Bytes::copy_from_slice(&body.as_bytes()[..body.len() / 2]))))
}

async fn issuing() -> BTreeSet<Case> {
    let mut settings = generous();
    settings.limits.address_burst = 1;
    let server = TestServer::with_tokens(settings);
    let [good, revoked] = ["门户", "旧门户"].map(|label| server.issue(Scope::Portal, label, 30));
    server.store().revoke_token("旧门户", &audit()).expect("the database");
    let body = tokens::request(period(), &[Drawn::new(PROVINCIAL)]);
    let mut statuses = BTreeSet::new();
    for body in [
        body.clone(),
        "{}".to_owned(),
        body.replace("2026W47", "2026W40"),
        body.replace("\"2\"", "\"9\""),
        " ".repeat(4_097),
    ] {
        statuses.insert(tokens::ask(&server, &good, body).await.status);
    }
    let guess = format!("zjtx_{}", "A".repeat(32));
    for token in [revoked.as_str(), "", &guess, &guess] {
        statuses.insert(tokens::ask(&server, token, body.clone()).await.status);
    }
    let undeclared = Request::post("/v1/tokens").header("authorization", format!("Bearer {good}"));
    statuses.insert(server.ask(undeclared, body.clone()).await.status);
    let slow = TestServer::with_tokens(impatient());
    let token = slow.issue(Scope::Portal, "门户", 30);
    statuses.insert(tokens::ask(&slow, &token, half(&body)).await.status);
    let without = TestServer::new();
    let token = without.issue(Scope::Portal, "门户", 30);
    statuses.insert(tokens::ask(&without, &token, body.clone()).await.status);
    break_database(&server);
    statuses.insert(tokens::ask(&server, &good, body).await.status);
    statuses.into_iter().map(|status| ("post".into(), "/v1/tokens".into(), status.as_u16())).collect()
}

/// Gives one piece and then nothing more, without an end.
struct Half(Option<Bytes>);

impl hyper::body::Body for Half {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.take().map_or(Poll::Pending, |piece| Poll::Ready(Some(Ok(Frame::data(piece)))))
    }
}

async fn reading() -> BTreeSet<Case> {
    let mut cases = BTreeSet::new();
    for (template, path) in READING {
        let mut settings = generous();
        settings.limits.address_burst = 1;
        let server = TestServer::with(settings);
        release_one(&server).await;
        let good = server.issue(Scope::City, "有效", 30);
        let revoked = server.issue(Scope::City, "已吊销", 30);
        server.store().revoke_token("已吊销", &audit()).expect("the database");
        let first = server.get(path, Some(&good)).await;
        let again = Request::get(path)
            .header("authorization", format!("Bearer {good}"))
            .header("if-none-match", first.header("etag").expect("a tag"));
        let mut statuses = vec![first.status, server.ask(again, Body::empty()).await.status];
        if let Some(place) = path.strip_suffix("/1") {
            statuses.push(server.get(&format!("{place}/2"), Some(&good)).await.status);
        }
        let guess = format!("zjtx_{}", "A".repeat(32));
        for token in [Some(revoked.as_str()), None, Some(&guess), Some(&guess)] {
            statuses.push(server.get(path, token).await.status);
        }
        let broken = TestServer::new();
        break_database(&broken);
        statuses.push(broken.get(path, Some(&good)).await.status);
        cases.extend(statuses.into_iter().map(|status| ("get".into(), template.into(), status.as_u16())));
    }
    cases
}

/// Closes a week in which one district had enough reports.
async fn release_one(server: &TestServer) {
    let arrivals: Vec<_> = (0..60).map(|number| arrival(report(number))).collect();
    server.store().accept(&arrivals).expect("the database");
    server.clock.advance(7 * 24);
    server.run_due().await;
}

/// Takes the tables away.
fn break_database(server: &TestServer) {
    let connection = rusqlite::Connection::open(server.file()).expect("the file");
    connection.execute_batch("DROP TABLE token; DROP TABLE closing; DROP TABLE clock;").expect("the tables");
}

#[tokio::test]
async fn every_documented_status_is_given_and_no_other() {
    assert_eq!(observed().await, documented());
}
