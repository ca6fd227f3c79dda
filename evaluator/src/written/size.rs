//! Size tables as written (docs/language.md §9).

use crate::base::text::Text;
use serde::{Deserialize, Serialize};

/// The table itself, or the pack that has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum SizeTableRefDoc {
    /// Pack id.
    Pack(String),
    /// The table.
    Table(SizeTableDoc),
}

/// Floors of the size classes by industry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SizeTableDoc {
    /// Groups of industries.
    pub groups: Vec<SizeGroupDoc>,
    /// Code prefixes that the standard leaves out.
    pub not_covered: Vec<String>,
    /// Code prefixes whose group is not settled.
    pub unclear: Vec<String>,
}

/// Industries that share floors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SizeGroupDoc {
    /// Identifier, as results and other files name it.
    pub id: String,
    /// Name for people, in both languages.
    pub name: Text,
    /// GB/T 4754 code prefixes.
    pub industries: Vec<String>,
    /// Facts that are measured.
    pub indicators: Vec<String>,
    /// Floors of each class.
    pub floors: SizeFloorsDoc,
}

/// One literal per indicator for each class above micro.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SizeFloorsDoc {
    /// 「大型」
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::schema::Literal>"))]
    pub large: Vec<String>,
    /// 「中型」
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::schema::Literal>"))]
    pub medium: Vec<String>,
    /// 「小型」
    #[cfg_attr(feature = "schema", schemars(with = "Vec<super::schema::Literal>"))]
    pub small: Vec<String>,
}
