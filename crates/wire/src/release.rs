//! What an officer reads.

use serde::{Deserialize, Serialize};

use crate::{District, Level, PackCode, Period, TokenUse};

/// One released table: a district's counts under one pack, from the first period to the last.
///
/// Tables are cumulative. A release never changes; the next one replaces it as the latest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Release {
    /// Place in the server's chain of releases, from 1.
    pub seq: i64,
    /// The district.
    pub district: District,
    /// The rule pack.
    pub pack: PackCode,
    /// The pack's level.
    pub level: Level,
    /// First period in the table.
    pub from: Period,
    /// Last period in the table.
    pub to: Period,
    /// The counts, as far as they may be shown.
    pub table: Table,
    /// The noise in the counts; absent in exact mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noise: Option<NoiseNote>,
    /// SHA-256 of this release and of the one before it, in hexadecimal digits.
    pub hash: String,
    /// The hash of the release before it; zeros for the first.
    pub previous_hash: String,
}

/// As much of a table as its counts allow; what is not shown cannot be computed from what is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "detail", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Table {
    /// Every verdict apart; the four add up to `total`.
    ByVerdict {
        /// All reports.
        total: i64,
        /// 「符合」
        met: i64,
        /// 「不符合」
        unmet: i64,
        /// 「材料待补或无法判定」
        undetermined: i64,
        /// 「有否决性条件」
        vetoed: i64,
    },
    /// Some verdict was rare: all but 「符合」 taken together 「其他」.
    MetOrOther {
        /// All reports.
        total: i64,
        /// 「符合」
        met: i64,
        /// All other verdicts.
        other: i64,
    },
    /// Still rare: the total alone.
    TotalOnly {
        /// All reports.
        total: i64,
    },
    /// The total is below the threshold 「少于10」.
    TooFew,
}

/// The noise in one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NoiseNote {
    /// Name of the law: `discrete-laplace`.
    pub kind: String,
    /// ε per report, as a whole number or a fraction such as `1/2`.
    pub epsilon: String,
    /// How many noisy increments each count sums.
    pub increments: u32,
    /// 95 of 100 counts of one verdict are within this of the truth: the 「±」 of the table's footer.
    pub margin_95: u32,
}

/// `GET /v1/districts/{code}/releases` and `…/releases/latest`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DistrictReleases {
    /// The last period that a release job has closed; absent before the first. A table whose `to`
    /// is earlier was carried forward, because too few new reports had come.
    pub closed_through: Option<Period>,
    /// Oldest first; where the site uses blind tokens, those of the reports that brought one.
    pub releases: Vec<Release>,
    /// Releases of all other reports, never added to those above; empty where tokens were never used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Release>,
    /// Tokens of the closed weeks, of the whole site; empty where tokens were never used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tokens: Vec<TokenUse>,
}

/// `GET /v1/city/releases` and `…/releases/latest`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CityReleases {
    /// As in [`DistrictReleases`].
    pub closed_through: Option<Period>,
    /// Every district's releases, oldest first: the same tables that the districts read.
    pub releases: Vec<Release>,
    /// The sums of the latest tables, one for each pack that has any.
    pub totals: Vec<CityTable>,
    /// As in [`DistrictReleases`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Release>,
    /// The sums of the latest tables among `apart`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub totals_apart: Vec<CityTable>,
    /// As in [`DistrictReleases`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tokens: Vec<TokenUse>,
}

/// The sum of the districts' latest tables of one pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CityTable {
    /// The rule pack.
    pub pack: PackCode,
    /// The pack's level.
    pub level: Level,
    /// With noise: the sum over all released districts. In exact mode: over the shown ones only.
    pub table: Table,
    /// As in [`Release`], for the sum of all its increments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub noise: Option<NoiseNote>,
}
