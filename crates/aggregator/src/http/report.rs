//! The way in.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use zjtx_wire::{Problem, ProblemKind, Report, ReportDoc, ReportError};

use super::App;
use super::origin;
use super::problem::Refusal;
use crate::limit::Verdict;
use crate::store::{Cell, Held};
use crate::work;
use crate::writer::{Answer, Handed};

/// Bytes of a body; a report has fewer than a tenth of that.
const BODY_LIMIT: usize = 1024;

/// Counts one anonymous verdict.
///
/// 204 means counted, now or before: the two cannot be told apart. After 429 and 503 send the same
/// bytes again later; after any other refusal give up.
#[utoipa::path(
    post,
    path = "/v1/reports",
    request_body = ReportDoc,
    responses(
        (status = 204, description = "Counted, now or before"),
        (status = 400, description = "Not a report", body = Problem),
        (status = 403, description = "The page is on no list", body = Problem),
        (status = 408, description = "The body came too slowly", body = Problem),
        (status = 410, description = "The period is closed, or has not begun: the type says which", body = Problem),
        (status = 413, description = "More than 1 KiB", body = Problem),
        (status = 415, description = "Not application/json", body = Problem),
        (status = 422, description = "A code is on no list", body = Problem),
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
    if !parts.headers.get(CONTENT_TYPE).is_some_and(is_json) {
        return Err(ProblemKind::NotJson.into());
    }
    let report = read(&app, body).await?;
    if !work::is_done(app.settings.work.bits, &app.services.keys, &report, &parts.headers) {
        return Err(ProblemKind::WorkMissing.into());
    }
    app.now()?;
    let verdict = app.charge_report(app.sender(peer, &parts.headers), report.district);
    let held = match verdict {
        Verdict::Refused(empty) => return Err(empty.into()),
        Verdict::Held(reason) => Some(Held { day: app.today(), reason }),
        Verdict::Fine { .. } => None,
    };
    let answer = app.services.writer.accept(handed(&report, held)).await?;
    // A report that was counted before makes no surge, nor does what one address goes on sending.
    if answer == Answer::Counted && verdict == (Verdict::Fine { makes_surges: true }) {
        app.counted(report.district);
    }
    match answer {
        Answer::Counted | Answer::Repeated => Ok(StatusCode::NO_CONTENT),
        Answer::Closed => Err(ProblemKind::PeriodClosed.into()),
        Answer::NotBegun => Err(ProblemKind::PeriodNotBegun.into()),
    }
}

fn is_json(content_type: &HeaderValue) -> bool {
    let kind = content_type.to_str().ok().and_then(|text| text.split(';').next());
    kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

async fn read(app: &App, body: Body) -> Result<Report, Refusal> {
    let patience = Duration::from_secs(app.settings.connections.body_seconds);
    let bytes = tokio::time::timeout(patience, to_bytes(body, BODY_LIMIT)).await;
    let bytes = bytes.map_err(|_| ProblemKind::TooSlow)?.map_err(|_| ProblemKind::TooLarge)?;
    let report = parse(&bytes)?;
    if app.services.rules.counted.takes(&report) { Ok(report) } else { Err(ProblemKind::UnknownCode.into()) }
}

/// Reads a body of any bytes.
fn parse(bytes: &[u8]) -> Result<Report, ProblemKind> {
    // Serde would also take an array of the values in order.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(ProblemKind::Malformed);
    }
    let doc: ReportDoc = serde_json::from_slice(bytes).map_err(|_| ProblemKind::Malformed)?;
    Report::try_from(doc).map_err(|error| match error {
        ReportError::Malformed => ProblemKind::Malformed,
        ReportError::UnknownCode => ProblemKind::UnknownCode,
    })
}

fn handed(report: &Report, held: Option<Held>) -> Handed {
    let Report { id, pack, level: _, district, verdict, period } = *report;
    Handed { id, cell: Cell { period, pack, district, verdict }, held }
}
