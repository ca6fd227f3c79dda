//! The districts of Guangzhou, as a report names them.

use serde::{Deserialize, Serialize};

/// A district of Guangzhou 「区」 by its GB/T 2260 code; the city's own code says that none was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = DistrictCode))]
pub enum District {
    /// Not stated.
    #[serde(rename = "440100")]
    NotStated,
    /// 「荔湾区」
    #[serde(rename = "440103")]
    Liwan,
    /// 「越秀区」
    #[serde(rename = "440104")]
    Yuexiu,
    /// 「海珠区」
    #[serde(rename = "440105")]
    Haizhu,
    /// 「天河区」
    #[serde(rename = "440106")]
    Tianhe,
    /// 「白云区」
    #[serde(rename = "440111")]
    Baiyun,
    /// 「黄埔区」
    #[serde(rename = "440112")]
    Huangpu,
    /// 「番禺区」
    #[serde(rename = "440113")]
    Panyu,
    /// 「花都区」
    #[serde(rename = "440114")]
    Huadu,
    /// 「南沙区」
    #[serde(rename = "440115")]
    Nansha,
    /// 「从化区」
    #[serde(rename = "440117")]
    Conghua,
    /// 「增城区」
    #[serde(rename = "440118")]
    Zengcheng,
}

impl District {
    /// Every code that a report may carry, in the order of the codes.
    pub const ALL: [Self; 12] = [
        Self::NotStated,
        Self::Liwan,
        Self::Yuexiu,
        Self::Haizhu,
        Self::Tianhe,
        Self::Baiyun,
        Self::Huangpu,
        Self::Panyu,
        Self::Huadu,
        Self::Nansha,
        Self::Conghua,
        Self::Zengcheng,
    ];

    /// The six digits.
    pub fn code(self) -> &'static str {
        self.code_and_name().0
    }

    /// The Chinese name, for people.
    pub fn name(self) -> &'static str {
        self.code_and_name().1
    }

    /// The district of a code, where the code is on the list.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|district| district.code() == code)
    }

    fn code_and_name(self) -> (&'static str, &'static str) {
        match self {
            Self::NotStated => ("440100", "未填写区"),
            Self::Liwan => ("440103", "荔湾区"),
            Self::Yuexiu => ("440104", "越秀区"),
            Self::Haizhu => ("440105", "海珠区"),
            Self::Tianhe => ("440106", "天河区"),
            Self::Baiyun => ("440111", "白云区"),
            Self::Huangpu => ("440112", "黄埔区"),
            Self::Panyu => ("440113", "番禺区"),
            Self::Huadu => ("440114", "花都区"),
            Self::Nansha => ("440115", "南沙区"),
            Self::Conghua => ("440117", "从化区"),
            Self::Zengcheng => ("440118", "增城区"),
        }
    }
}
