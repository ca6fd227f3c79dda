//! The way out: released tables for those who may read them.

use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use sha2::{Digest, Sha256};
use zjtx_wire::{CityReleases, District, DistrictReleases, Period, Problem, ProblemKind, Release};

use super::App;
use super::officer::Officer;
use super::problem::Refusal;
use crate::release::history;
use crate::store::Increment;

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
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let (closed_through, increments) = fetch(&app, Some(officer.reading(&code)?)).await?;
    let releases = history::releases(&increments, &app.services.rules);
    Ok(answer(&headers, &DistrictReleases { closed_through, releases }))
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
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let (closed_through, increments) = fetch(&app, Some(officer.reading(&code)?)).await?;
    let releases = history::latest(history::releases(&increments, &app.services.rules));
    Ok(answer(&headers, &DistrictReleases { closed_through, releases }))
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
    Path((code, seq)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let (_, increments) = fetch(&app, Some(officer.reading(&code)?)).await?;
    let releases = history::releases(&increments, &app.services.rules);
    let asked = releases.iter().find(|release| release.seq.to_string() == seq);
    Ok(answer(&headers, asked.ok_or(ProblemKind::NotFound)?))
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
    city(&app, &officer, &headers, |releases| releases).await
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
    city(&app, &officer, &headers, history::latest).await
}

async fn city(
    app: &App,
    officer: &Officer,
    headers: &HeaderMap,
    choose: fn(Vec<Release>) -> Vec<Release>,
) -> Result<Response, Refusal> {
    officer.reading_city()?;
    let (closed_through, increments) = fetch(app, None).await?;
    let releases = choose(history::releases(&increments, &app.services.rules));
    let totals = history::city(&increments, &app.services.rules);
    Ok(answer(headers, &CityReleases { closed_through, releases, totals }))
}

pub(super) async fn fetch(
    app: &App,
    district: Option<District>,
) -> Result<(Option<Period>, Vec<Increment>), Refusal> {
    let query =
        app.services.reader.run(move |store| Ok((store.closed_through()?, store.increments(district)?)));
    Ok(query.await?)
}

/// The document, or only that it is the one the reader has.
pub(super) fn answer(headers: &HeaderMap, document: &impl Serialize) -> Response {
    tagged(headers, "application/json", serde_json::to_vec(document).unwrap_or_default())
}

pub(super) fn tagged(headers: &HeaderMap, kind: &'static str, bytes: Vec<u8>) -> Response {
    let tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(Sha256::digest(&bytes)));
    let is_known = headers.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = if is_known {
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
