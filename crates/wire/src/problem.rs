//! Every refusal, as an RFC 9457 document.

use serde::{Deserialize, Serialize};

/// A refusal, `application/problem+json`. Its text depends on the kind alone: no body tells more
/// about a request than its status does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Stable identifier, such as `urn:zjtx:problem:period-closed`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What happened and what to do, in Chinese.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The title in English.
    pub detail: String,
}

/// Declares the kinds of refusal, each once with its status, its name, and its title in Chinese and in English.
macro_rules! problems {
    ($( $(#[$doc:meta])* $kind:ident = $status:literal, $slug:literal, $title:literal, $detail:literal; )+) => {
        /// The kinds of refusal.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ProblemKind {
            $( $(#[$doc])* $kind, )+
        }

        impl ProblemKind {
            /// Every kind, by status.
            pub const ALL: [Self; [$($status),+].len()] = [$(Self::$kind),+];

            const fn row(self) -> (u16, &'static str, &'static str, &'static str) {
                match self {
                    $( Self::$kind => ($status, $slug, $title, $detail), )+
                }
            }
        }
    };
}

problems! {
    /// The body is not a report, or a value has the wrong form. Do not retry.
    Malformed = 400, "malformed",
        "提交内容的格式不对，请勿重试。",
        "The body is not a report.";
    /// No token, or one that is unknown, expired or revoked.
    TokenRefused = 401, "token-refused",
        "访问令牌无效或已过期，请联系市级管理员。",
        "The token is not valid.";
    /// The token is for something else, or nothing is there.
    NotAllowed = 403, "not-allowed",
        "无权查看。",
        "This token may not read that.";
    /// The page that sends the report is not one of the listed ones.
    OriginRefused = 403, "origin-refused",
        "该网页不在允许提交的名单内。",
        "This page may not send reports.";
    /// There is no such address.
    NotFound = 404, "not-found",
        "没有这个地址。",
        "There is no such address.";
    /// The address exists, the method does not.
    MethodRefused = 405, "method-refused",
        "该地址不支持这种请求方式。",
        "This method is not allowed here.";
    /// The request took too long to arrive.
    TooSlow = 408, "too-slow",
        "请求传送过慢，请再试。",
        "The request took too long to arrive.";
    /// The period of the report is closed. Do not retry, and never with a new id.
    PeriodClosed = 410, "period-closed",
        "该统计周期已结束，请勿重试。",
        "The period of the report is closed.";
    /// The week of the report has not begun, and it was not counted. Ask for the configuration again.
    PeriodNotBegun = 410, "period-not-begun",
        "该统计周期尚未开始，本次没有计入，请刷新后再试。",
        "The period of the report has not begun; it was not counted.";
    /// The body is too long.
    TooLarge = 413, "too-large",
        "提交内容过长。",
        "The body is too long.";
    /// The body is not declared as JSON.
    NotJson = 415, "not-json",
        "提交内容须为 JSON。",
        "The body must be application/json.";
    /// A code is on no list. Do not retry.
    UnknownCode = 422, "unknown-code",
        "提交内容含有未知代码，请勿重试。",
        "A code is on no list.";
    /// A blind token does not work: of another key, week or level, or on a site without tokens. The report was not
    /// counted and may be sent without a token.
    TokenInvalid = 422, "token-invalid",
        "所附凭证无效，本次没有计入，可不附凭证再次发送。",
        "The token of the report does not work; it was not counted.";
    /// Proof of work is asked for and is missing or wrong. Ask for the configuration again, then retry
    /// with the same id.
    WorkMissing = 428, "work-missing",
        "缺少计算证明，请刷新后再试。",
        "Proof of work is missing or wrong.";
    /// Too many requests. Wait as long as `Retry-After` says, then retry with the same id.
    TooMany = 429, "too-many",
        "请求过于频繁，请稍后再试。",
        "Too many requests; retry later.";
    /// The server cannot store the report now. Wait, then retry with the same id.
    Unavailable = 503, "unavailable",
        "暂时无法记录，请稍后再试。",
        "Not stored; retry later with the same id.";
}

impl ProblemKind {
    /// The HTTP status.
    pub fn status(self) -> u16 {
        self.row().0
    }

    /// The name within the identifier, such as `period-closed`.
    pub fn slug(self) -> &'static str {
        self.row().1
    }

    /// The document.
    pub fn problem(self) -> Problem {
        let (status, slug, title, detail) = self.row();
        Problem {
            kind: format!("urn:zjtx:problem:{slug}"),
            title: title.to_owned(),
            status,
            detail: detail.to_owned(),
        }
    }
}
