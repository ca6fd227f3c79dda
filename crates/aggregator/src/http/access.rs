//! What a token opens.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use zjtx_wire::{Access, Problem};

use super::App;
use super::officer::Officer;
use super::problem::Refusal;
use super::releases::answer;

/// How far the token of the request reaches, and until when.
#[utoipa::path(
    get,
    path = "/v1/access",
    security(("token" = [])),
    responses(
        (status = 200, description = "What the token opens", body = Access),
        (status = 304, description = "As before"),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or one that never was", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "The store is down", body = Problem),
    )
)]
pub(super) async fn access(
    State(app): State<App>,
    officer: Officer,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    Ok(answer(&headers, &officer.access(app.today())?))
}
