//! `tables/areas.json` and `tables/industries.json`.

use crate::base::text::Text;
use serde::{Deserialize, Serialize};

/// Cities with their zones 「区域」 and districts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AreasDoc {
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema: u8,
    /// Zones that tiers are set for.
    pub zones: Vec<ZoneDoc>,
    /// The cities with their districts.
    pub cities: Vec<CityDoc>,
    /// Codes of districts that are merged into others.
    #[serde(default)]
    pub merged: Vec<MergedDoc>,
}

/// A district that is merged into another; dossiers of former days have its code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MergedDoc {
    /// Its GB/T 2260 code.
    pub code: String,
    /// The code of the district it belongs to now.
    pub into: String,
}

/// A zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ZoneDoc {
    /// Identifier, as results and other files name it.
    pub id: String,
    /// Name for people, in both languages.
    pub name: Text,
}

/// A city.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CityDoc {
    /// GB/T 2260 code.
    pub code: String,
    /// Name for people, in both languages.
    pub name: Text,
    /// Zone id.
    pub zone: String,
    /// Districts that can be chosen; empty where the city has none or they are not listed.
    pub districts: Vec<CodeDoc>,
}

/// A code with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeDoc {
    /// Code of the place, as GB/T 2260 has it.
    pub code: String,
    /// Name for people, in both languages.
    pub name: Text,
}

/// GB/T 4754-2017.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndustriesDoc {
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema: u8,
    /// Sections 「门类」.
    pub sections: Vec<IndustrySectionDoc>,
    /// Divisions 「大类」.
    pub divisions: Vec<CodeDoc>,
}

/// A section and its divisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndustrySectionDoc {
    /// Letter of the section.
    pub code: String,
    /// Name for people, in both languages.
    pub name: Text,
    /// First division.
    pub from: String,
    /// Last division.
    pub to: String,
}
