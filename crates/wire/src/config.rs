//! What a browser asks before it sends a report.

use serde::{Deserialize, Serialize};

use crate::{District, Level, PackCode, Period, Verdict};

/// `GET /v1/config`: the running period, the lists of codes and the rules of release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Config {
    /// The period that a new report names.
    pub period: Period,
    /// When the period ends, RFC 3339 with the offset of Shanghai.
    #[cfg_attr(feature = "openapi", schema(example = "2026-11-23T00:00:00+08:00"))]
    pub period_ends: String,
    /// When reports of the period stop being accepted; its release follows.
    #[cfg_attr(feature = "openapi", schema(example = "2026-11-24T00:00:00+08:00"))]
    pub accepted_until: String,
    /// What the codes in a report mean.
    pub codes: Codes,
    /// How counts become public.
    pub release: ReleaseRules,
    /// The work that a report must bring; absent when none is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<WorkRules>,
    /// Hash of the last release: whoever keeps it can later tell whether the releases before it were
    /// changed. Absent while there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_release: Option<String>,
    /// True on a server whose figures are made up for trying the pages.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demo: bool,
}

/// One code and its Chinese name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Code {
    /// As it stands in a report.
    pub code: String,
    /// For people; the pack's identifier for packs.
    pub name: String,
}

/// The lists of codes that a report may carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Codes {
    /// Field `rs`.
    pub packs: Vec<Code>,
    /// Field `lv`.
    pub levels: Vec<Code>,
    /// Field `d`.
    pub districts: Vec<Code>,
    /// Field `r`.
    pub verdicts: Vec<Code>,
}

/// How counts become public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReleaseRules {
    /// A district's counts of a pack are released only when about this many new reports wait; in exact
    /// mode, only when at least this many do.
    pub minimum_batch: u32,
    /// A table is shown only when its total reaches this.
    pub minimum_total: u32,
    /// A verdict is shown apart only when its count reaches this.
    pub minimum_cell: u32,
    /// Name of the noise, `discrete-laplace`, or `none` in exact mode.
    pub noise: String,
    /// ε per report, as a whole number or a fraction such as `1/2`; absent in exact mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epsilon: Option<String>,
}

/// The proof of work that a report must bring; see [`WORK_HEADER`](crate::WORK_HEADER).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WorkRules {
    /// Hashed before the id, as this text.
    pub salt: String,
    /// Leading zero bits.
    pub bits: u32,
}

impl Codes {
    /// The lists of this version.
    pub fn current() -> Self {
        let entry = |code: &str, name: &str| Code { code: code.to_owned(), name: name.to_owned() };
        Self {
            packs: PackCode::ALL.iter().map(|pack| entry(pack.code(), pack.pack_id())).collect(),
            levels: Level::ALL.iter().map(|level| entry(level.code(), level.name())).collect(),
            districts: District::ALL.iter().map(|district| entry(district.code(), district.name())).collect(),
            verdicts: Verdict::ALL.iter().map(|verdict| entry(verdict.code(), verdict.name())).collect(),
        }
    }
}
