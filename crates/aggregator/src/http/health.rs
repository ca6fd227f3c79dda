//! Whether the server is well.

use axum::extract::State;
use axum::http::StatusCode;
use zjtx_wire::Problem;

use super::App;
use super::problem::Refusal;
use crate::writer::Unavailable;

/// The process runs.
#[utoipa::path(get, path = "/healthz", responses((status = 204, description = "The process runs")))]
pub(super) async fn process() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// The store takes writes.
#[utoipa::path(
    get,
    path = "/readyz",
    responses(
        (status = 204, description = "The store takes writes"),
        (status = 503, description = "It does not", body = Problem),
    )
)]
pub(super) async fn store(State(app): State<App>) -> Result<StatusCode, Refusal> {
    app.services.writer.run(|store| store.ping()).await?.map_err(|_| Unavailable)?;
    Ok(StatusCode::NO_CONTENT)
}
