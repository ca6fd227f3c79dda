//! Bodies of requests: JSON that arrives in time and is not too long.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue};
use zjtx_wire::ProblemKind;

use super::App;
use super::problem::Refusal;

/// Lets those pass that declare their body as JSON.
pub(super) fn declared_as_json(headers: &HeaderMap) -> Result<(), Refusal> {
    let is_declared = headers.get(CONTENT_TYPE).is_some_and(is_json);
    if is_declared { Ok(()) } else { Err(ProblemKind::NotJson.into()) }
}

fn is_json(content_type: &HeaderValue) -> bool {
    let kind = content_type.to_str().ok().and_then(|text| text.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// The bytes of a body of at most `limit`.
pub(super) async fn read(app: &App, body: Body, limit: usize) -> Result<Bytes, Refusal> {
    let patience = Duration::from_secs(app.settings.connections.body_seconds);
    let bytes = tokio::time::timeout(patience, to_bytes(body, limit)).await;
    Ok(bytes.map_err(|_| ProblemKind::TooSlow)?.map_err(|_| ProblemKind::TooLarge)?)
}

/// Reads an object of the given form.
pub(super) fn object<'b, T: serde::Deserialize<'b>>(bytes: &'b [u8]) -> Result<T, ProblemKind> {
    // Serde would also take an array of the values in order.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(ProblemKind::Malformed);
    }
    serde_json::from_slice(bytes).map_err(|_| ProblemKind::Malformed)
}
