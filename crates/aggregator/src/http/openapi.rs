//! The endpoint's own description.

use std::sync::LazyLock;

use axum::http::HeaderName;
use axum::http::header::CONTENT_TYPE;
use utoipa::OpenApi;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};

#[derive(OpenApi)]
#[openapi(info(
    title = "zjtx statistics endpoint",
    description = "Takes anonymous verdict counts and gives each district bureau its own statistics."
))]
struct Description;

pub(super) fn base() -> utoipa::openapi::OpenApi {
    let mut base = Description::openapi();
    let components = base.components.get_or_insert_default();
    components.add_security_scheme("token", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    base
}

/// The whole OpenAPI document.
pub fn document() -> utoipa::openapi::OpenApi {
    super::documented().into_openapi()
}

/// This document.
#[utoipa::path(get, path = "/openapi.json", responses((status = 200, description = "OpenAPI 3.1")))]
pub(super) async fn own_description() -> ([(HeaderName, &'static str); 1], &'static str) {
    static TEXT: LazyLock<String> = LazyLock::new(|| document().to_json().unwrap_or_default());
    ([(CONTENT_TYPE, "application/json")], &TEXT)
}
