//! The verdict that a report carries.

use serde::{Deserialize, Serialize};

/// The final verdict 「最终判断结果」 of one self-test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = VerdictCode))]
pub enum Verdict {
    /// 「符合」
    #[serde(rename = "1")]
    Met,
    /// 「不符合」
    #[serde(rename = "2")]
    Unmet,
    /// 「材料待补或无法判定」
    #[serde(rename = "3")]
    Undetermined,
    /// 「有否决性条件」
    #[serde(rename = "4")]
    Vetoed,
}

impl Verdict {
    /// Every verdict, in the order in which counts are listed.
    pub const ALL: [Self; 4] = [Self::Met, Self::Unmet, Self::Undetermined, Self::Vetoed];

    /// The one digit.
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "1",
            Self::Unmet => "2",
            Self::Undetermined => "3",
            Self::Vetoed => "4",
        }
    }

    /// The Chinese name, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "符合",
            Self::Unmet => "不符合",
            Self::Undetermined => "材料待补或无法判定",
            Self::Vetoed => "有否决性条件",
        }
    }

    /// The verdict of a code, where the code is on the list.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code)
    }
}
