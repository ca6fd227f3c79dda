//! `catalog.json`: the schemes, the regions and the packs there are.

use crate::base::text::Text;
use serde::{Deserialize, Serialize};

/// The catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CatalogDoc {
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema: u8,
    /// Schemes 「认定事项」 in the order of the ladder.
    pub schemes: Vec<SchemeDoc>,
    /// Regions that a pack may be made for.
    pub regions: Vec<RegionDoc>,
    /// Ids of all packs.
    pub packs: Vec<String>,
}

/// One scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SchemeDoc {
    /// Id, as in `pack.scheme`.
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Step of the ladder, from 1; 0 for what is not a step.
    pub level: u8,
}

/// One region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegionDoc {
    /// GB/T 2260 code; `000000` is the nation.
    pub code: String,
    /// Name for people, in both languages.
    pub name: Text,
}
