//! The parts of a path, whatever bytes they hold.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use zjtx_wire::ProblemKind;

use super::problem::Refusal;

/// A district's code, as it was written.
pub(super) struct Code(pub(super) String);

/// A district's code and a place in the chain, as they were written.
pub(super) struct Place(pub(super) String, pub(super) String);

/// What is no text cannot be anything that somebody may read.
async fn parts<T: serde::de::DeserializeOwned + Send, S: Send + Sync>(
    parts: &mut Parts,
    state: &S,
) -> Result<T, Refusal> {
    let path = Path::<T>::from_request_parts(parts, state).await;
    path.map(|Path(value)| value).map_err(|_| ProblemKind::NotAllowed.into())
}

impl<S: Send + Sync> FromRequestParts<S> for Code {
    type Rejection = Refusal;

    async fn from_request_parts(request: &mut Parts, state: &S) -> Result<Self, Refusal> {
        Ok(Self(parts(request, state).await?))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Place {
    type Rejection = Refusal;

    async fn from_request_parts(request: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let (code, seq) = parts(request, state).await?;
        Ok(Self(code, seq))
    }
}
