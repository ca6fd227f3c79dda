//! Where the portal fetches blind tokens 「凭证」. It sends points that tell nothing of a firm, and gets points.

use std::collections::BTreeSet;

use axum::Json;
use axum::extract::{Request, State};
use zjtx_wire::{Evaluated, Period, Problem, ProblemKind, TokenAnswer, TokenRequest};

use super::App;
use super::body;
use super::officer::Officer;
use super::problem::Refusal;
use crate::blind::{Issuer, NotBlinded, issued_periods};
use crate::calendar;
use crate::writer::Unavailable;

/// Bytes of a body; one number for each level has a quarter of that.
const BODY_LIMIT: usize = 4096;

/// Issues tokens to the portal that knows a firm's login; the firm stays with the portal.
///
/// How often a firm may ask is the portal's to hold: twice a week, so that tokens that were lost can be had again.
#[utoipa::path(
    post,
    path = "/v1/tokens",
    request_body = TokenRequest,
    security(("token" = [])),
    responses(
        (status = 200, description = "The evaluated numbers, each with its proof", body = TokenAnswer),
        (status = 400, description = "Not a request, or a number is no point", body = Problem),
        (status = 401, description = "The token has expired or was revoked", body = Problem),
        (status = 403, description = "No token, or not the portal's", body = Problem),
        (status = 404, description = "The site uses no blind tokens", body = Problem),
        (status = 408, description = "The body came too slowly", body = Problem),
        (status = 410, description = "The period is over, or its key is not published yet", body = Problem),
        (status = 413, description = "More than 4 KiB", body = Problem),
        (status = 415, description = "Not application/json", body = Problem),
        (status = 422, description = "A level is on no list, or there twice", body = Problem),
        (status = 429, description = "Too many refused tokens", body = Problem),
        (status = 503, description = "Cannot be stored now", body = Problem),
    )
)]
pub(super) async fn issue(
    State(app): State<App>,
    officer: Officer,
    request: Request,
) -> Result<Json<TokenAnswer>, Refusal> {
    officer.issuing()?;
    if !app.services.rules.tokens {
        return Err(ProblemKind::NotFound.into());
    }
    let (parts, body) = request.into_parts();
    body::declared_as_json(&parts.headers)?;
    let bytes = body::read(&app, body, BODY_LIMIT).await?;
    let asked: TokenRequest = body::object(&bytes)?;
    check_levels(&app, &asked)?;
    let issuer = issuer(&app, asked.period)?;
    let (period, n) = (asked.period, asked.blinded.len());
    // Points take a while to compute, which the threads that serve connections must not wait for.
    let evaluate = move || asked.blinded.iter().map(|one| issuer.evaluate(one)).collect();
    let evaluated: Result<Vec<Evaluated>, NotBlinded> =
        tokio::task::spawn_blocking(evaluate).await.map_err(|_| Unavailable)?;
    let evaluated = evaluated.map_err(|_| ProblemKind::Malformed)?;
    // No token leaves the server before it is counted as issued.
    let noted = app.services.writer.run(move |store| store.note_issued(period, n as i64).is_ok()).await?;
    if noted { Ok(Json(TokenAnswer { period, evaluated })) } else { Err(Unavailable.into()) }
}

/// At least one number, each for a level of its own that is counted.
fn check_levels(app: &App, asked: &TokenRequest) -> Result<(), ProblemKind> {
    let counted = &app.services.rules.counted.codes().levels;
    let levels: BTreeSet<&str> = asked.blinded.iter().map(|one| one.level.code()).collect();
    let are_listed = levels.iter().all(|code| counted.iter().any(|level| level.code == *code));
    let is_right = !levels.is_empty() && levels.len() == asked.blinded.len() && are_listed;
    if is_right { Ok(()) } else { Err(ProblemKind::UnknownCode) }
}

/// The issuer of a period whose key is published.
fn issuer(app: &App, period: Period) -> Result<Issuer, Refusal> {
    let running = calendar::period_of(app.now()?);
    if !issued_periods(running).any(|one| one == period) {
        let is_over = period < running;
        return Err(if is_over { ProblemKind::PeriodClosed } else { ProblemKind::PeriodNotBegun }.into());
    }
    Issuer::of(&app.services.keys, period).ok_or_else(|| ProblemKind::PeriodClosed.into())
}
