//! Which pages may send reports.
//!
//! Without this any web site could make its visitors' browsers report, from thousands of addresses
//! that no limit would notice.

use std::time::Duration;

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, ETAG, HOST, IF_NONE_MATCH, ORIGIN, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use tower_http::cors::CorsLayer;
use zjtx_wire::WORK_HEADER;

use crate::settings::Settings;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// How long a browser may remember what it was allowed.
const REMEMBERED: Duration = Duration::from_secs(600);

/// Lets the pages of the listed origins read answers.
pub(super) fn cors(settings: &Settings) -> CorsLayer {
    let origins = settings.allowed_origins.iter().filter_map(|origin| HeaderValue::from_str(origin).ok());
    CorsLayer::new()
        .allow_origin(origins.collect::<Vec<_>>())
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([CONTENT_TYPE, AUTHORIZATION, IF_NONE_MATCH, HeaderName::from_static(WORK_HEADER)])
        .expose_headers([RETRY_AFTER, ETAG])
        .max_age(REMEMBERED)
}

/// Whether a report comes from a listed page, from this server's own page, or from no page at all.
pub(super) fn may_send(headers: &HeaderMap, settings: &Settings) -> bool {
    match headers.get(ORIGIN) {
        Some(origin) => is_listed(origin, settings) || is_own(origin, headers, settings),
        None => headers.get(FETCH_SITE).is_none_or(|site| site != "cross-site"),
    }
}

fn is_listed(origin: &HeaderValue, settings: &Settings) -> bool {
    settings.allowed_origins.iter().any(|allowed| origin == allowed.as_str())
}

/// Where the public address is known, the page's own origin is that and nothing else; a name that
/// somebody points at this server for the occasion is not.
fn is_own(origin: &HeaderValue, headers: &HeaderMap, settings: &Settings) -> bool {
    if let Some(own) = &settings.public_url {
        return origin == own.trim_end_matches('/');
    }
    let authority = origin.to_str().ok().and_then(|origin| Some(origin.split_once("://")?.1));
    authority.is_some() && authority == headers.get(HOST).and_then(|host| host.to_str().ok())
}
