//! What every answer of the endpoint gets.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use super::App;
use super::problem::Reason;

const HEADERS: [(HeaderName, &str); 4] = [
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Adds the headers and notes the answer: the route's pattern, never its values.
pub(super) async fn finish(State(app): State<App>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    note(&app, &route, started, &response);
    response
}

fn note(app: &App, route: &str, started: Instant, response: &Response) {
    let status = response.status().as_u16();
    app.services.metrics.answered(route, status, started.elapsed());
    if let Some(Reason(reason)) = response.extensions().get() {
        app.services.metrics.refused(reason);
    }
    let milliseconds = started.elapsed().as_millis() as u64;
    tracing::debug!(route, status, milliseconds, "answered");
}

/// Notes an answer of the site: that there was one, not which file.
pub(super) async fn note_site(State(app): State<App>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    app.services.metrics.served(status.as_u16());
    if status.is_server_error() {
        tracing::warn!(status = status.as_u16(), "a file of the site could not be served");
    }
    response
}
