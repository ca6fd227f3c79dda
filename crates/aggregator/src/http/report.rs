//! The way in.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use zjtx_wire::{BlindToken, Problem, ProblemKind, Report, ReportDoc, ReportError, TokenReportDoc};

use super::App;
use super::body;
use super::origin;
use super::problem::Refusal;
use crate::blind::Issuer;
use crate::limit::Verdict;
use crate::store::{Cell, Held, Lane};
use crate::work;
use crate::writer::{Answer, Handed};

/// Bytes of a body; a report has fewer than a sixth of that.
const BODY_LIMIT: usize = 1024;

/// Counts one anonymous verdict.
///
/// 204 means counted, now or before: the two cannot be told apart. After 429 and 503 send the same
/// bytes again later; after any other refusal give up.
#[utoipa::path(
    post,
    path = "/v1/reports",
    request_body = SentDoc,
    responses(
        (status = 204, description = "Counted, now or before"),
        (status = 400, description = "Not a report", body = Problem),
        (status = 403, description = "The page is on no list", body = Problem),
        (status = 408, description = "The body came too slowly", body = Problem),
        (status = 410, description = "The period is closed, or has not begun: the type says which", body = Problem),
        (status = 413, description = "More than 1 KiB", body = Problem),
        (status = 415, description = "Not application/json", body = Problem),
        (status = 422, description = "A code is on no list, or the token does not work: the type says which", body = Problem),
        (status = 428, description = "The proof of work is missing, or made with an old salt", body = Problem),
        (status = 429, description = "Too many requests", body = Problem),
        (status = 503, description = "Cannot be stored now", body = Problem),
    )
)]
pub(super) async fn send(
    State(app): State<App>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let (parts, body) = request.into_parts();
    if !origin::may_send(&parts.headers, &app.settings) {
        return Err(ProblemKind::OriginRefused.into());
    }
    body::declared_as_json(&parts.headers)?;
    let sent = read(&app, body).await?;
    if !work::is_done(app.settings.work.bits, &app.services.keys, &sent.report, &parts.headers) {
        return Err(ProblemKind::WorkMissing.into());
    }
    app.now()?;
    let (district, is_open) = (sent.report.district, sent.token.is_none());
    let verdict = app.charge_report(app.sender(peer, &parts.headers), district);
    if let Verdict::Refused(empty) = verdict {
        return Err(empty.into());
    }
    let answer = app.services.writer.accept(handed(&app, &sent, verdict)?).await?;
    // A report that was counted before makes no surge, nor one with a token, nor what one address goes on sending.
    if answer == Answer::Counted && is_open && verdict == (Verdict::Fine { makes_surges: true }) {
        app.counted(district);
    }
    match answer {
        Answer::Counted | Answer::Repeated => Ok(StatusCode::NO_CONTENT),
        Answer::Closed => Err(ProblemKind::PeriodClosed.into()),
        Answer::NotBegun => Err(ProblemKind::PeriodNotBegun.into()),
    }
}

/// A report, and the blind token that it spends, where it does.
struct Sent {
    report: Report,
    token: Option<BlindToken>,
}

/// The two forms of a report.
#[derive(Deserialize, ToSchema)]
#[serde(untagged)]
#[schema(as = SentReport)]
pub(super) enum SentDoc {
    /// Without a token.
    Open(ReportDoc),
    /// With one.
    Token(TokenReportDoc),
}

async fn read(app: &App, body: Body) -> Result<Sent, Refusal> {
    let sent = parse(&body::read(app, body, BODY_LIMIT).await?)?;
    if app.services.rules.counted.takes(&sent.report) {
        Ok(sent)
    } else {
        Err(ProblemKind::UnknownCode.into())
    }
}

/// Reads a body of any bytes.
fn parse(bytes: &[u8]) -> Result<Sent, ProblemKind> {
    let sent = match body::object(bytes)? {
        SentDoc::Open(doc) => Report::try_from(doc).map(|report| Sent { report, token: None }),
        SentDoc::Token(doc) => doc.read().map(|(report, token)| Sent { report, token: Some(token) }),
    };
    sent.map_err(|error| match error {
        ReportError::Malformed => ProblemKind::Malformed,
        ReportError::UnknownCode => ProblemKind::UnknownCode,
    })
}

/// What the writer gets. A token says that its firm was not counted before, so nothing about the report is
/// suspicious.
fn handed(app: &App, sent: &Sent, verdict: Verdict) -> Result<Handed, Refusal> {
    let Report { id, pack, level: _, district, verdict: result, period } = sent.report;
    let (lane, held) = match (&sent.token, verdict) {
        (Some(token), _) => {
            check(app, &sent.report, token)?;
            (Lane::Token, None)
        }
        (None, Verdict::Held(reason)) => (Lane::Open, Some(Held { day: app.today(), reason })),
        (None, _) => (Lane::Open, None),
    };
    Ok(Handed { id, cell: Cell { period, pack, district, verdict: result, lane }, held })
}

/// Lets a token of the report's period and level pass.
fn check(app: &App, report: &Report, token: &BlindToken) -> Result<(), ProblemKind> {
    if !app.services.rules.tokens {
        return Err(ProblemKind::TokenInvalid);
    }
    let keys = &app.services.keys;
    let is_over = report.period < keys.first_period();
    let gone = if is_over { ProblemKind::PeriodClosed } else { ProblemKind::TokenInvalid };
    let issuer = Issuer::of(keys, report.period).ok_or(gone)?;
    if issuer.accepts(report.level, token) { Ok(()) } else { Err(ProblemKind::TokenInvalid) }
}
