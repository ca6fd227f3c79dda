//! What one browser sends.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{District, Level, PackCode, Period, ReportId, Verdict};

/// The only version of the format.
const VERSION: u8 = 1;

/// Bytes of every report, whatever it says: its size tells a listener nothing.
pub const REPORT_LENGTH: usize = 94;

/// One anonymous count 「匿名计数」: that somebody in a district had a verdict under a pack.
///
/// These fields are all that is ever sent. Adding one is a change of the privacy promise; a test
/// holds the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// Makes a retry harmless.
    pub id: ReportId,
    /// The rule pack.
    pub pack: PackCode,
    /// The level that the pack judges.
    pub level: Level,
    /// The district, or that none was stated.
    pub district: District,
    /// The final verdict.
    pub verdict: Verdict,
    /// The period that the server named.
    pub period: Period,
}

/// The report as it stands in JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = Report))]
pub struct ReportDoc {
    /// Format version, 1.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    v: u8,
    /// 16 random bytes as 22 characters of base64url.
    #[cfg_attr(feature = "openapi", schema(example = "pSXkSgbmLKJv0ZC6y3m1Qw"))]
    id: String,
    /// Rule pack, five characters.
    #[cfg_attr(feature = "openapi", schema(example = "AB30C"))]
    rs: String,
    /// Level, one digit; it must be the pack's.
    #[cfg_attr(feature = "openapi", schema(example = "2"))]
    lv: String,
    /// District, six digits; the code of the whole area served when it is not stated.
    #[cfg_attr(feature = "openapi", schema(example = "100001"))]
    d: String,
    /// Verdict, one digit.
    #[cfg_attr(feature = "openapi", schema(example = "1"))]
    r: String,
    /// Period, seven characters.
    #[cfg_attr(feature = "openapi", schema(example = "2026W47"))]
    p: String,
}

/// Why a document is not a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportError {
    /// A value has the wrong form.
    Malformed,
    /// The verdict has the right form but is none; whether the other codes are counted, the endpoint knows.
    UnknownCode,
}

impl Report {
    /// The bytes to send, always [`REPORT_LENGTH`] of them.
    pub fn to_json(&self) -> String {
        format!(r#"{{"v":{VERSION},"id":"{}",{}"#, self.id.to_text(), self.codes())
    }

    /// The end of the bytes: every field but those that make a report single.
    pub(crate) fn codes(&self) -> String {
        format!(
            r#""rs":"{}","lv":"{}","d":"{}","r":"{}","p":"{}"}}"#,
            self.pack.code(),
            self.level.code(),
            self.district.code(),
            self.verdict.code(),
            self.period,
        )
    }

    /// Reads the values of `rs`, `lv`, `d`, `r` and `p`.
    pub(crate) fn read(id: ReportId, [rs, lv, d, r, p]: [&str; 5]) -> Result<Self, ReportError> {
        if r.len() != 1 {
            return Err(ReportError::Malformed);
        }
        let period = p.parse().map_err(|_| ReportError::Malformed)?;
        let pack = PackCode::from_code(rs).ok_or(ReportError::Malformed)?;
        let level = Level::from_code(lv).ok_or(ReportError::Malformed)?;
        let district = District::from_code(d).ok_or(ReportError::Malformed)?;
        let verdict = Verdict::from_code(r).ok_or(ReportError::UnknownCode)?;
        Ok(Self { id, pack, level, district, verdict, period })
    }
}

impl TryFrom<ReportDoc> for Report {
    type Error = ReportError;

    fn try_from(doc: ReportDoc) -> Result<Self, ReportError> {
        if doc.v != VERSION {
            return Err(ReportError::Malformed);
        }
        let id = ReportId::from_text(&doc.id).ok_or(ReportError::Malformed)?;
        Self::read(id, [&doc.rs, &doc.lv, &doc.d, &doc.r, &doc.p])
    }
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Malformed => "a value has the wrong form",
            Self::UnknownCode => "a value is on no list",
        })
    }
}

impl std::error::Error for ReportError {}
