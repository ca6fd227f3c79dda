//! Five-character codes of the rule packs.

use serde::{Deserialize, Serialize};

use crate::Level;

/// A rule pack 「规则包」 in a report: region, year and level in five characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PackCode {
    /// `cn-little-giant-2021`
    #[serde(rename = "CN21L")]
    Cn21L,
    /// `gd-specialized-sme-2021`
    #[serde(rename = "GD21P")]
    Gd21P,
    /// `cn-innovative-sme-2022`
    #[serde(rename = "CN22I")]
    Cn22I,
    /// `cn-specialized-sme-2022`
    #[serde(rename = "CN22P")]
    Cn22P,
    /// `gd-specialized-sme-2024`
    #[serde(rename = "GD24P")]
    Gd24P,
    /// `cn-little-giant-2022`
    #[serde(rename = "CN22L")]
    Cn22L,
    /// `cn-specialized-sme-2026`
    #[serde(rename = "CN26P")]
    Cn26P,
    /// `cn-little-giant-2026`
    #[serde(rename = "CN26L")]
    Cn26L,
}

impl PackCode {
    /// Every pack that may be counted, oldest first.
    pub const ALL: [Self; 8] = [
        Self::Cn21L,
        Self::Gd21P,
        Self::Cn22I,
        Self::Cn22P,
        Self::Gd24P,
        Self::Cn22L,
        Self::Cn26P,
        Self::Cn26L,
    ];

    /// The five characters.
    pub fn code(self) -> &'static str {
        self.row().0
    }

    /// The pack's identifier in the rules.
    pub fn pack_id(self) -> &'static str {
        self.row().1
    }

    /// The level that the pack judges; a report states it too, for whoever reads the bytes.
    pub fn level(self) -> Level {
        self.row().2
    }

    /// The pack of a code, where the code is on the list.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pack| pack.code() == code)
    }

    /// The code of a pack, where that pack is counted.
    pub fn from_pack_id(pack_id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pack| pack.pack_id() == pack_id)
    }

    fn row(self) -> (&'static str, &'static str, Level) {
        use Level::{InnovativeSme, LittleGiant, SpecializedSme};
        match self {
            Self::Cn21L => ("CN21L", "cn-little-giant-2021", LittleGiant),
            Self::Gd21P => ("GD21P", "gd-specialized-sme-2021", SpecializedSme),
            Self::Cn22I => ("CN22I", "cn-innovative-sme-2022", InnovativeSme),
            Self::Cn22P => ("CN22P", "cn-specialized-sme-2022", SpecializedSme),
            Self::Gd24P => ("GD24P", "gd-specialized-sme-2024", SpecializedSme),
            Self::Cn22L => ("CN22L", "cn-little-giant-2022", LittleGiant),
            Self::Cn26P => ("CN26P", "cn-specialized-sme-2026", SpecializedSme),
            Self::Cn26L => ("CN26L", "cn-little-giant-2026", LittleGiant),
        }
    }
}
