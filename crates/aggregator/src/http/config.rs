//! What a browser asks before it sends a report.

use std::sync::PoisonError;

use axum::Json;
use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use zjtx_wire::{Config, Problem, ReleaseRules};

use super::App;
use super::problem::Refusal;
use crate::release::rules::Rules;
use crate::{blind, calendar, work};

/// The running period, the codes and the rules of release.
#[utoipa::path(
    get,
    path = "/v1/config",
    responses(
        (status = 200, description = "May be kept for five minutes", body = Config),
        (status = 503, description = "The server doubts its clock", body = Problem),
    )
)]
pub(super) async fn config(State(app): State<App>) -> Result<Response, Refusal> {
    let period = calendar::period_of(app.now()?);
    let ends = calendar::end_of(period).unwrap_or(Timestamp::MAX);
    let config = Config {
        period,
        period_ends: written(ends),
        accepted_until: written(ends.saturating_add(calendar::GRACE).unwrap_or(Timestamp::MAX)),
        codes: app.services.rules.counted.codes().clone(),
        release: release_rules(&app.services.rules),
        work: work::rules(app.settings.work.bits, &app.services.keys, period),
        tokens: app.services.rules.tokens.then(|| blind::published(&app.services.keys, period)).flatten(),
        last_release: app.services.anchor.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        demo: app.services.demo,
    };
    Ok(([(CACHE_CONTROL, "public, max-age=300")], Json(config)).into_response())
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
