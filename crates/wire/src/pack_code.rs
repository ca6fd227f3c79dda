//! Five-character codes of the rule packs.

use crate::{Level, codes::codes};

codes! {
    /// A rule pack 「规则包」 in a report: region, year and level in five characters.
    pub enum PackCode as PackCode {
        /// `cn-little-giant-2021`
        Cn21L = "CN21L", "cn-little-giant-2021";
        /// `gd-specialized-sme-2021`
        Gd21P = "GD21P", "gd-specialized-sme-2021";
        /// `cn-innovative-sme-2022`
        Cn22I = "CN22I", "cn-innovative-sme-2022";
        /// `cn-specialized-sme-2022`
        Cn22P = "CN22P", "cn-specialized-sme-2022";
        /// `gd-specialized-sme-2024`
        Gd24P = "GD24P", "gd-specialized-sme-2024";
        /// `cn-little-giant-2022`
        Cn22L = "CN22L", "cn-little-giant-2022";
        /// `cn-specialized-sme-2026`
        Cn26P = "CN26P", "cn-specialized-sme-2026";
        /// `cn-little-giant-2026`
        Cn26L = "CN26L", "cn-little-giant-2026";
    }
}

impl PackCode {
    /// The pack's identifier in the rules.
    pub const fn pack_id(self) -> &'static str {
        self.name()
    }

    /// The level that the pack judges; a report states it too, for whoever reads the bytes.
    pub const fn level(self) -> Level {
        match self {
            Self::Cn21L | Self::Cn22L | Self::Cn26L => Level::LittleGiant,
            Self::Gd21P | Self::Cn22P | Self::Gd24P | Self::Cn26P => Level::SpecializedSme,
            Self::Cn22I => Level::InnovativeSme,
        }
    }

    /// The code of a pack, where that pack is counted.
    pub fn from_pack_id(pack_id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pack| pack.pack_id() == pack_id)
    }
}
