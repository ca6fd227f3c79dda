//! The routes.

mod access;
mod app;
mod body;
mod config;
mod documents;
mod headers;
mod health;
mod officer;
mod openapi;
mod origin;
mod path;
mod problem;
mod releases;
pub mod report;
mod sheets;
mod tokens;

use axum::Router;
use axum::middleware;
use axum::routing::any;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use app::{App, Guard, Services};
pub use openapi::document;
use problem::Refusal;

/// Every documented route; one that has no description cannot be added.
fn documented() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(openapi::base())
        .routes(routes!(report::send))
        .routes(routes!(config::config))
        .routes(routes!(tokens::issue))
        .routes(routes!(access::access))
        .routes(routes!(releases::of_district))
        .routes(routes!(releases::latest_of_district))
        .routes(routes!(releases::one_of_district))
        .routes(routes!(sheets::csv_of_district))
        .routes(routes!(sheets::xlsx_of_district))
        .routes(routes!(releases::of_city))
        .routes(routes!(releases::latest_of_city))
        .routes(routes!(sheets::csv_of_city))
        .routes(routes!(sheets::xlsx_of_city))
        .routes(routes!(health::process))
        .routes(routes!(health::store))
        .routes(routes!(openapi::own_description))
}

/// The endpoint, and below every other address the site, where there is one.
pub fn router(app: App, site: Option<Router>) -> Router {
    let (endpoint, _) = documented().split_for_parts();
    // Outermost last: the origin's headers go on every answer, refusals included.
    let endpoint = endpoint
        .route("/v1/{*rest}", any(|| async { Refusal::from(zjtx_wire::ProblemKind::NotFound) }))
        .method_not_allowed_fallback(|| async { Refusal::from(zjtx_wire::ProblemKind::MethodRefused) })
        .layer(middleware::from_fn_with_state(app.clone(), headers::finish))
        .layer(origin::cors(&app.settings))
        .with_state(app.clone());
    match site {
        Some(site) => endpoint.merge(site.layer(middleware::from_fn_with_state(app, headers::note_site))),
        None => endpoint.fallback(|| async { Refusal::from(zjtx_wire::ProblemKind::NotFound) }),
    }
}
