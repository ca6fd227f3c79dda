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
    /// The scheme that is meant where none is named.
    pub default_scheme: String,
    /// Regions that a pack may be made for.
    pub regions: Vec<RegionDoc>,
    /// The region of a form that nobody has placed yet.
    pub default_region: String,
    /// Ids of all packs.
    pub packs: Vec<String>,
    /// Packs of an earlier self-test that can be taken again, each of a scheme of its own.
    #[serde(default)]
    pub earlier_self_test: Vec<String>,
    /// Levels under which packs are counted in the statistics.
    #[serde(default)]
    pub counted_levels: Vec<CountedLevelDoc>,
    /// Packs that are counted in the statistics; of one level the newer ones behind the older ones.
    #[serde(default)]
    pub counted: Vec<CountedDoc>,
    /// Steps to an application 「准备清单」, the first one first.
    #[serde(default)]
    pub preparation: Vec<PreparationDoc>,
}

/// A step to an application: advice, no rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PreparationDoc {
    /// Id, under which a device keeps that it is done; never renamed.
    pub id: String,
    /// What is to be done.
    pub what: Text,
    /// How many days before the deadline it should be done.
    pub days: u16,
    /// Sections of the vocabulary whose evidence the step lists, in this order; empty where it lists none.
    #[serde(default)]
    pub evidence: Vec<String>,
}

/// A level of the statistics, which the endpoint reads and serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountedLevelDoc {
    /// Code in a report.
    pub code: String,
    /// Id of the level, as packs and addresses name it.
    pub id: String,
    /// Name for people, in both languages.
    pub name: Text,
}

/// A pack of the statistics, which the endpoint reads and serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountedDoc {
    /// Pack id.
    pub pack: String,
    /// Code in a report: five characters.
    pub code: String,
    /// Code of its level.
    pub level: String,
    /// Name for people beside that of its level, in both languages.
    pub name: Text,
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
    /// Whether it is chosen unless somebody chooses otherwise.
    #[serde(default)]
    pub chosen: bool,
    /// The 是非题 whose yes says that a firm holds the title; absent where no rule asks for it.
    #[serde(default)]
    pub held_as: Option<String>,
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
    /// A 是非题 that places a firm in it where neither district nor city is answered.
    #[serde(default)]
    pub registered_by: Option<String>,
}
