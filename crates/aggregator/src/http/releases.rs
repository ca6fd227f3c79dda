//! The way out: released tables for those who may read them.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use zjtx_wire::{CityReleases, District, DistrictReleases, Problem, ProblemKind, Release};

use super::App;
use super::documents::{Document, Source, document};
use super::officer::Officer;
use super::path::{Code, Place};
use super::problem::Refusal;
use crate::release::history;
use crate::store::{Lane, Store};

const JSON: &str = "application/json";

/// One district's releases, oldest first.
#[utoipa::path(
    get,
    path = "/v1/districts/{code}/releases",
    params(("code" = String, Path, description = "Six digits of the district")),
    security(("token" = [])),
    responses(
        (status = 200, description = "The releases", body = DistrictReleases),
        (status = 304, description = "As before"),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or one for something else", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "The store is down", body = Problem),
    )
)]
pub(super) async fn of_district(
    State(app): State<App>,
    officer: Officer,
    Code(code): Code,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let district = officer.reading(&code, &app.services.rules.counted)?;
    district_document(&app, "releases", district, &headers, |releases| releases).await
}

/// One district's latest release of each pack.
#[utoipa::path(
    get,
    path = "/v1/districts/{code}/releases/latest",
    params(("code" = String, Path, description = "Six digits of the district")),
    security(("token" = [])),
    responses(
        (status = 200, description = "The releases", body = DistrictReleases),
        (status = 304, description = "As before"),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or one for something else", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "The store is down", body = Problem),
    )
)]
pub(super) async fn latest_of_district(
    State(app): State<App>,
    officer: Officer,
    Code(code): Code,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let district = officer.reading(&code, &app.services.rules.counted)?;
    district_document(&app, "releases/latest", district, &headers, history::latest).await
}

/// One district's release by its place in the chain.
#[utoipa::path(
    get,
    path = "/v1/districts/{code}/releases/{seq}",
    params(
        ("code" = String, Path, description = "Six digits of the district"),
        ("seq" = String, Path, description = "Place in the chain of releases"),
    ),
    security(("token" = [])),
    responses(
        (status = 200, description = "The release", body = Release),
        (status = 304, description = "As before"),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or one for something else", body = Problem),
        (status = 404, description = "This district has no such release", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "The store is down", body = Problem),
    )
)]
pub(super) async fn one_of_district(
    State(app): State<App>,
    officer: Officer,
    Place(code, seq): Place,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let district = officer.reading(&code, &app.services.rules.counted)?;
    let rules = app.services.rules.clone();
    let find = move |store: &mut dyn Store| {
        let increments = store.increments(Some(district))?;
        let lanes = Lane::ALL.map(|lane| history::releases(&history::of_lane(&increments, lane), &rules));
        Ok(lanes.into_iter().flatten().find(|release| release.seq.to_string() == seq))
    };
    let asked = app.services.releases.run(find).await?;
    Ok(answer(&headers, &asked.ok_or(ProblemKind::NotFound)?))
}

/// All districts' releases, oldest first, and the city's totals.
#[utoipa::path(
    get,
    path = "/v1/city/releases",
    security(("token" = [])),
    responses(
        (status = 200, description = "The releases", body = CityReleases),
        (status = 304, description = "As before"),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or one for something else", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "The store is down", body = Problem),
    )
)]
pub(super) async fn of_city(
    State(app): State<App>,
    officer: Officer,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    city(&app, &officer, "releases", &headers, |releases| releases).await
}

/// All districts' latest release of each pack, and the city's totals.
#[utoipa::path(
    get,
    path = "/v1/city/releases/latest",
    security(("token" = [])),
    responses(
        (status = 200, description = "The releases", body = CityReleases),
        (status = 304, description = "As before"),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or one for something else", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "The store is down", body = Problem),
    )
)]
pub(super) async fn latest_of_city(
    State(app): State<App>,
    officer: Officer,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    city(&app, &officer, "releases/latest", &headers, history::latest).await
}

/// Which of the releases a document holds.
type Choice = fn(Vec<Release>) -> Vec<Release>;

async fn district_document(
    app: &App,
    name: &'static str,
    district: District,
    headers: &HeaderMap,
    choose: Choice,
) -> Result<Response, Refusal> {
    let make = move |app: &App, source: &Source| {
        let rules = &app.services.rules;
        let [releases, apart] = source.lanes(rules).map(|lane| choose(history::releases(&lane, rules)));
        let (closed_through, tokens) = (source.closed_through, source.tokens());
        serde_json::to_vec(&DistrictReleases { closed_through, releases, apart, tokens }).ok()
    };
    Ok(tagged(headers, JSON, document(app, (name, Some(district)), make).await?))
}

async fn city(
    app: &App,
    officer: &Officer,
    name: &'static str,
    headers: &HeaderMap,
    choose: Choice,
) -> Result<Response, Refusal> {
    officer.reading_city()?;
    let make = move |app: &App, source: &Source| {
        let rules = &app.services.rules;
        let lanes = source.lanes(rules);
        let [totals, totals_apart] = lanes.each_ref().map(|lane| history::city(lane, rules));
        let [releases, apart] = lanes.map(|lane| choose(history::releases(&lane, rules)));
        let (closed_through, tokens) = (source.closed_through, source.tokens());
        let city = CityReleases { closed_through, releases, totals, apart, totals_apart, tokens };
        serde_json::to_vec(&city).ok()
    };
    Ok(tagged(headers, JSON, document(app, (name, None), make).await?))
}

/// A small document, made for this request, or only that it is the one the reader has.
pub(super) fn answer(headers: &HeaderMap, document: &impl Serialize) -> Response {
    tagged(headers, JSON, serde_json::to_vec(document).unwrap_or_default().into())
}

/// The document, or only that it is the one the reader has.
pub(super) fn tagged(headers: &HeaderMap, kind: &'static str, document: Document) -> Response {
    let Document { bytes, tag } = document;
    let mut response = if is_known(headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(CONTENT_TYPE, kind)], bytes).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    response
}

/// Whether the reader names this tag: in a list, marked as weak by a proxy that compresses, or any.
fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let values = headers.get_all(IF_NONE_MATCH).into_iter().filter_map(|value| value.to_str().ok());
    let mut tags = values.flat_map(|value| value.split(',')).map(str::trim);
    tags.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}
