//! What a browser asks before it sends a report.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderName;
use axum::http::header::CACHE_CONTROL;
use jiff::Timestamp;
use zjtx_wire::{Codes, Config, ReleaseRules};

use super::App;
use crate::calendar;
use crate::release::rules::Rules;

/// The running period, the codes and the rules of release.
#[utoipa::path(
    get,
    path = "/v1/config",
    responses((status = 200, description = "May be kept for five minutes", body = Config))
)]
pub(super) async fn config(State(app): State<App>) -> ([(HeaderName, &'static str); 1], Json<Config>) {
    let period = calendar::period_of(app.now());
    let ends = calendar::end_of(period).unwrap_or(Timestamp::MAX);
    let config = Config {
        period,
        period_ends: written(ends),
        accepted_until: written(ends.saturating_add(calendar::GRACE).unwrap_or(Timestamp::MAX)),
        codes: Codes::current(),
        release: release_rules(&app.services.rules),
        work: app.work.as_ref().clone(),
        demo: app.services.demo,
    };
    ([(CACHE_CONTROL, "public, max-age=300")], Json(config))
}

fn written(moment: Timestamp) -> String {
    let local = calendar::local(moment);
    moment.display_with_offset(local.offset()).to_string()
}

fn release_rules(rules: &Rules) -> ReleaseRules {
    ReleaseRules {
        minimum_batch: rules.minimum_batch,
        minimum_total: rules.minimum_total,
        minimum_cell: rules.minimum_cell,
        noise: rules.epsilon.map_or("none", |_| "discrete-laplace").to_owned(),
        epsilon: rules.epsilon.map(|epsilon| epsilon.to_string()),
    }
}
