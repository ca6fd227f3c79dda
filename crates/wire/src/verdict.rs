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
    /// Every verdict, by code.
    pub const ALL: [Self; 4] = [Self::Met, Self::Unmet, Self::Undetermined, Self::Vetoed];

    /// The code as it stands in a report.
    pub const fn code(self) -> &'static str {
        self.row().0
    }

    /// The name for people, in Chinese.
    pub const fn name(self) -> &'static str {
        self.row().1
    }

    /// The name for people, in English.
    pub const fn english(self) -> &'static str {
        self.row().2
    }

    /// What a code stands for; none where it is not on the list.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.code() == code)
    }

    const fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Met => ("1", "符合", "Met"),
            Self::Unmet => ("2", "不符合", "Not met"),
            Self::Undetermined => ("3", "材料待补或无法判定", "Undetermined"),
            Self::Vetoed => ("4", "有否决性条件", "Vetoed"),
        }
    }
}
