//! Refusals as answers.

use axum::Json;
use axum::http::header::{CONNECTION, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use zjtx_wire::ProblemKind;

use crate::limit::Empty;
use crate::timekeeper::Doubt;
use crate::writer::Unavailable;

/// Seconds after which a report may come again when the store is down or behind.
const RETRY_SECONDS: u32 = 2;

/// Seconds after which a report may come again when the time is doubted.
const DOUBT_SECONDS: u32 = 60;

/// A refused request.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refusal {
    kind: ProblemKind,
    wait_seconds: Option<u32>,
}

/// Left on the answer for the figures.
#[derive(Clone, Copy)]
pub(super) struct Reason(pub(super) &'static str);

impl From<Empty> for Refusal {
    fn from(Empty { wait_seconds }: Empty) -> Self {
        Self { kind: ProblemKind::TooMany, wait_seconds: Some(wait_seconds) }
    }
}

impl From<Doubt> for Refusal {
    fn from(_: Doubt) -> Self {
        Self { kind: ProblemKind::Unavailable, wait_seconds: Some(DOUBT_SECONDS) }
    }
}

impl From<ProblemKind> for Refusal {
    fn from(kind: ProblemKind) -> Self {
        Self { kind, wait_seconds: None }
    }
}

impl From<Unavailable> for Refusal {
    fn from(_: Unavailable) -> Self {
        Self { kind: ProblemKind::Unavailable, wait_seconds: Some(RETRY_SECONDS) }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self.kind.problem())).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.wait_seconds {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        if self.kind == ProblemKind::TooMany {
            // A flood has to come in anew each time, behind everybody else.
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        response.extensions_mut().insert(Reason(self.kind.slug()));
        response
    }
}
