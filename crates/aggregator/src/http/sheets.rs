//! Released tables as files for spreadsheet programs.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use zjtx_wire::{District, Problem, Release};

use super::App;
use super::documents::{Source, document};
use super::officer::Officer;
use super::path::Code;
use super::problem::Refusal;
use super::releases::tagged;
use crate::release::{history, sheet};

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
        Some(sheet::csv(&releases(app, source), &app.services.rules.counted).into_bytes())
    };
    Ok(tagged(headers, CSV, document(app, ("releases.csv", district), make).await?))
}

async fn xlsx(app: &App, district: Option<District>, headers: &HeaderMap) -> Result<Response, Refusal> {
    let make = |app: &App, source: &Source| {
        let written = sheet::workbook(&releases(app, source), &app.services.rules.counted);
        written.inspect_err(|error| tracing::error!(%error, "the workbook could not be written")).ok()
    };
    Ok(tagged(headers, XLSX, document(app, ("releases.xlsx", district), make).await?))
}

fn releases(app: &App, source: &Source) -> Vec<Release> {
    history::releases(&source.increments, &app.services.rules)
}
