//! What a browser asks before it sends a report.

use serde::{Deserialize, Serialize};

use crate::{District, Level, PackCode, Period, TokenKeys};

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
    /// The keys of blind tokens; absent on a site that does not use them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tokens: Option<TokenKeys>,
    /// Hash of the last release: whoever keeps it can later tell whether the releases before it were
    /// changed. Absent while there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_release: Option<String>,
    /// True on a server whose figures are made up for trying the pages.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demo: bool,
}

/// One code and its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Code {
    /// As it stands in a report.
    pub code: String,
    /// For people, in Chinese.
    pub name: String,
    /// The same in English.
    pub name_en: String,
}

/// A counted pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CountedPack {
    /// As it stands in a report.
    pub code: PackCode,
    /// The pack's identifier in the rules.
    pub pack: String,
    /// The level that it judges; a report states it too, for whoever reads the bytes.
    pub level: Level,
    /// For people, beside the level's name, in Chinese.
    pub name: String,
    /// The same in English.
    pub name_en: String,
}

/// The lists of codes that a report may carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Codes {
    /// Field `rs`; of one level the newer packs stand behind the older ones.
    pub packs: Vec<CountedPack>,
    /// Field `lv`, from the highest level down.
    pub levels: Vec<Code>,
    /// Field `d`, in the order of the site's lists.
    pub districts: Vec<Code>,
    /// What field `d` says where no area is stated: the code of the whole area served.
    pub unstated: District,
    /// Areas that ended: nothing is counted for them any more, but earlier releases bear their codes.
    pub former: Vec<Code>,
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
