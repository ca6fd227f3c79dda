//! A server without a network, on a database of its own.

use std::fs;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, request};
use jiff::ToSpan;
use tempfile::TempDir;
use tower::ServiceExt;
use zjtx_aggregator::calendar;
use zjtx_aggregator::clock::Clock;
use zjtx_aggregator::server::Server;
use zjtx_aggregator::settings::Settings;
use zjtx_aggregator::store::{Audit, Scope, Store, Token};
use zjtx_aggregator::token;
use zjtx_wire::Report;

use super::clock::HandClock;
use super::keys::{keys_in, pinned_key};
use super::tokens::site_with_tokens;

/// What the keys are drawn from: the same in each run, since noise can make any count look small once in a while.
const NOISE_SEED: u64 = 1;

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("a JSON body")
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

pub struct TestServer {
    pub clock: Arc<HandClock>,
    pub settings: Settings,
    server: Option<Server>,
    folder: TempDir,
}

/// Settings that no test runs into by chance.
pub fn generous() -> Settings {
    let mut settings = Settings::default();
    let limits = &mut settings.limits;
    limits.per_second = 1_000_000;
    (limits.address_burst, limits.address_per_minute) = (1_000_000, 60_000);
    (limits.network_burst, limits.network_per_minute) = (1_000_000, 60_000);
    (limits.address_per_day, limits.network_per_day) = (1_000_000, 1_000_000);
    settings
}

impl TestServer {
    pub fn new() -> Self {
        Self::with(generous())
    }

    /// A server on a new SQLite file, unless the settings name a PostgreSQL address.
    pub fn with(settings: Settings) -> Self {
        let mut server = Self::prepared(settings);
        server.restart();
        server
    }

    /// A server of a site that uses blind tokens.
    pub fn with_tokens(settings: Settings) -> Self {
        let mut server = Self::prepared(settings);
        let key = pinned_key(&server.settings.keys);
        server.settings.site_settings = Some(server.folder().join("site.toml"));
        fs::write(server.folder().join("site.toml"), site_with_tokens(&key)).expect("a file");
        server.restart();
        server
    }

    /// Everything but the server itself.
    fn prepared(mut settings: Settings) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        if !settings.database.starts_with("postgres") {
            settings.database = folder.path().join("statistics.db").to_string_lossy().into_owned();
        }
        settings.keys = folder.path().join("keys");
        keys_in(&settings.keys, NOISE_SEED);
        Self { clock: Arc::new(HandClock::new()), settings, server: None, folder }
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("statistics.db")
    }

    /// Starts anew on the same database.
    pub fn restart(&mut self) {
        self.server = None;
        let clock: Arc<dyn Clock> = Arc::clone(&self.clock) as _;
        self.server = Some(Server::new(self.settings.clone(), clock, false).expect("a server"));
    }

    fn server(&self) -> &Server {
        self.server.as_ref().expect("a running server")
    }

    /// The figures that an operator collects.
    pub fn figures(&self) -> String {
        self.server().figures()
    }

    pub async fn run_due(&self) {
        self.server().run_due().await;
    }

    /// Lets the server look at its clock, as it does every minute.
    pub async fn note_time(&self) {
        self.server().note_time().await;
    }

    /// A connection of its own to the database.
    pub fn store(&self) -> Box<dyn Store> {
        self.settings.database().expect("an address").open().expect("the database")
    }

    /// Asks from an address.
    pub async fn ask_from(&self, address: IpAddr, request: request::Builder, body: Body) -> Answer {
        let peer = SocketAddr::from((address, 40_000));
        let request: Request<Body> = request.extension(ConnectInfo(peer)).body(body).expect("a request");
        let response = self.server().router().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body").to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub async fn ask(&self, request: request::Builder, body: impl Into<Body>) -> Answer {
        self.ask_from(IpAddr::from([192, 0, 2, 7]), request, body.into()).await
    }

    /// Sends a body as the page does.
    pub async fn post(&self, body: impl Into<Body>) -> Answer {
        self.ask(posting(), body).await
    }

    pub async fn send(&self, report: &Report) -> u16 {
        self.post(report.to_json()).await.status.as_u16()
    }

    pub async fn get(&self, path: &str, token: Option<&str>) -> Answer {
        let mut request = Request::get(path);
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        self.ask(request, Body::empty()).await
    }

    /// Issues a token that works for `days` days from today.
    pub fn issue(&self, scope: Scope, label: &str, days: i64) -> String {
        let text = token::generate(&mut rand::rng());
        let today = calendar::day_of(self.clock.now());
        let expires = today.checked_add(days.days()).expect("a day");
        let hash = token::hash(&text).expect("a token");
        let label = label.to_owned();
        let token = Token { hash, label, scope, created: today, expires, revoked: None, last_used: None };
        assert!(self.store().add_token(&token, &audit()).expect("the database"));
        text
    }
}

/// A request as the page makes it.
pub fn posting() -> request::Builder {
    Request::post("/v1/reports").header("content-type", "application/json")
}

/// Some audit entry.
pub fn audit() -> Audit {
    let day = jiff::civil::Date::constant(2026, 11, 18);
    Audit { day, actor: "test".into(), action: "test".into(), detail: "天河区".into() }
}
