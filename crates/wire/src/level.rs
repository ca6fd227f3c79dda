//! The levels of recognition.

use serde::{Deserialize, Serialize};

/// Which level a rule pack judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = LevelCode))]
pub enum Level {
    /// 「国家级专精特新小巨人企业」
    #[serde(rename = "1")]
    LittleGiant,
    /// 「省级专精特新中小企业」
    #[serde(rename = "2")]
    SpecializedSme,
    /// 「创新型中小企业」
    #[serde(rename = "3")]
    InnovativeSme,
}

impl Level {
    /// Every level, highest first.
    pub const ALL: [Self; 3] = [Self::LittleGiant, Self::SpecializedSme, Self::InnovativeSme];

    /// The one digit.
    pub fn code(self) -> &'static str {
        match self {
            Self::LittleGiant => "1",
            Self::SpecializedSme => "2",
            Self::InnovativeSme => "3",
        }
    }

    /// The Chinese name, for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::LittleGiant => "国家级专精特新小巨人企业",
            Self::SpecializedSme => "省级专精特新中小企业",
            Self::InnovativeSme => "创新型中小企业",
        }
    }
}
