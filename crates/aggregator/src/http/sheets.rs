//! Released tables as files for spreadsheet programs.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use zjtx_wire::{District, Problem};

use super::App;
use super::documents::{Source, document};
use super::officer::Officer;
use super::path::Code;
use super::problem::Refusal;
use super::releases::tagged;
use crate::release::history;
use crate::release::sheet::{self, Rows};
use crate::store::Lane;

const CSV: &str = "text/csv; charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// One district's releases as comma-separated text, oldest first.
#[utoipa::path(
    get,
    path = "/v1/districts/{code}/releases.csv",
    params(("code" = String, Path, description = "Six digits of the district")),
    security(("token" = [])),
    responses(
        (status = 200, description = "The releases", body = String, content_type = "text/csv"),
        (status = 304, description = "As before"),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or one for something else", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "The store is down", body = Problem),
    )
)]
pub(super) async fn csv_of_district(
    State(app): State<App>,
    officer: Officer,
    Code(code): Code,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let district = officer.reading(&code, &app.services.rules.counted)?;
    csv(&app, Some(district), &headers).await
}

/// One district's releases as an Excel workbook, oldest first.
#[utoipa::path(
    get,
    path = "/v1/districts/{code}/releases.xlsx",
    params(("code" = String, Path, description = "Six digits of the district")),
    security(("token" = [])),
    responses(
        (
            status = 200,
            description = "The releases",
            body = [u8],
            content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        ),
        (status = 304, description = "As before"),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or one for something else", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "The store is down", body = Problem),
    )
)]
pub(super) async fn xlsx_of_district(
    State(app): State<App>,
    officer: Officer,
    Code(code): Code,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let district = officer.reading(&code, &app.services.rules.counted)?;
    xlsx(&app, Some(district), &headers).await
}

/// All districts' releases as comma-separated text, oldest first.
#[utoipa::path(
    get,
    path = "/v1/city/releases.csv",
    security(("token" = [])),
    responses(
        (status = 200, description = "The releases", body = String, content_type = "text/csv"),
        (status = 304, description = "As before"),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or one for something else", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "The store is down", body = Problem),
    )
)]
pub(super) async fn csv_of_city(
    State(app): State<App>,
    officer: Officer,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    officer.reading_city()?;
    csv(&app, None, &headers).await
}

/// All districts' releases as an Excel workbook, oldest first.
#[utoipa::path(
    get,
    path = "/v1/city/releases.xlsx",
    security(("token" = [])),
    responses(
        (
            status = 200,
            description = "The releases",
            body = [u8],
            content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        ),
        (status = 304, description = "As before"),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or one for something else", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "The store is down", body = Problem),
    )
)]
pub(super) async fn xlsx_of_city(
    State(app): State<App>,
    officer: Officer,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    officer.reading_city()?;
    xlsx(&app, None, &headers).await
}

async fn csv(app: &App, district: Option<District>, headers: &HeaderMap) -> Result<Response, Refusal> {
    let make = |app: &App, source: &Source| {
        Some(sheet::csv(&rows(app, source), &app.services.rules.counted).into_bytes())
    };
    Ok(tagged(headers, CSV, document(app, ("releases.csv", district), make).await?))
}

async fn xlsx(app: &App, district: Option<District>, headers: &HeaderMap) -> Result<Response, Refusal> {
    let make = |app: &App, source: &Source| {
        let written = sheet::workbook(&rows(app, source), &app.services.rules.counted);
        written.inspect_err(|error| tracing::error!(%error, "the workbook could not be written")).ok()
    };
    Ok(tagged(headers, XLSX, document(app, ("releases.xlsx", district), make).await?))
}

/// The releases of both lanes, by their place in the chain.
fn rows(app: &App, source: &Source) -> Rows {
    let rules = &app.services.rules;
    let of_lane = |lane| history::releases(&history::of_lane(&source.increments, lane), rules);
    let of_lane = |lane| of_lane(lane).into_iter().map(move |release| (lane, release));
    let mut releases: Vec<_> = Lane::ALL.into_iter().flat_map(of_lane).collect();
    releases.sort_by_key(|(_, release)| release.seq);
    Rows { are_in_lanes: rules.tokens || !source.token_weeks.is_empty(), releases }
}
