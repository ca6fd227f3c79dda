//! Whether the server is well.

use axum::extract::State;
use axum::http::StatusCode;
use zjtx_wire::Problem;

use super::App;
use super::problem::Refusal;
use crate::health::Health;
use crate::store::Store;
use crate::writer::Unavailable;

/// The process runs.
#[utoipa::path(get, path = "/healthz", responses((status = 204, description = "The process runs")))]
pub(super) async fn process() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Reports can be counted: the store took the last write, the clock is believed, and the server is
/// not about to stop.
#[utoipa::path(
    get,
    path = "/readyz",
    responses(
        (status = 204, description = "Reports can be counted"),
        (status = 503, description = "They cannot", body = Problem),
    )
)]
pub(super) async fn store(State(app): State<App>) -> Result<StatusCode, Refusal> {
    app.now()?;
    let health = app.services.health.clone();
    let is_writable = match health.is_writable() {
        Some(known) => known,
        None => app.services.writer.run(move |store| try_to_write(store, &health)).await?,
    };
    if !is_writable || app.services.health.leaves() {
        return Err(Unavailable.into());
    }
    Ok(StatusCode::NO_CONTENT)
}

/// Whoever asks many times at once gets one try.
fn try_to_write(store: &mut dyn Store, health: &Health) -> bool {
    health.is_writable().unwrap_or_else(|| {
        let result = store.ping();
        health.wrote(&result);
        result.is_ok()
    })
}
