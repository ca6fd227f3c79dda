//! `rules/tables/places.json` as it is written.

use serde::{Deserialize, Serialize};

/// The table of places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlacesDoc {
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema: u8,
    /// The standard, such as `GB/T 2260`.
    pub standard: String,
    /// Which edition of it, in words.
    pub edition: Words,
    /// The day whose divisions are listed: 2024-12-31.
    pub as_of: String,
    /// The independent public copies that were compared, two at least.
    pub copies: Vec<CopyDoc>,
    /// Where the copies differ, and what was done about it.
    pub differences: Vec<Words>,
    /// Places that there are, by ascending code.
    pub places: Vec<PlaceDoc>,
    /// Codes and names that there were, by ascending code and year.
    pub former: Vec<FormerDoc>,
}

/// A sentence in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Chinese text.
    pub zh: String,
    /// English text; the Chinese one stands in where it is empty.
    pub en: String,
}

/// A public copy of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CopyDoc {
    /// Name of the package or repository.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence.
    pub licence: String,
    /// What was taken from it.
    pub used_for: Words,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlaceDoc {
    /// Six digits: two for the province, two for the city, two for the county.
    pub code: String,
    /// Full name.
    pub name: String,
    /// Its name in Hanyu Pinyin, word by word, the kind of place last: `Tianhe Qu`.
    pub pinyin: String,
    /// What it is called for short where that is not the name without its last word: 恩施.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
}

/// A code or a name that a place no longer has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormerDoc {
    /// The code then.
    pub code: String,
    /// The name then.
    pub name: String,
    /// The year in which it ended.
    pub until: u16,
    /// Codes of the places that its ground went to; several where it was divided, none where only counties
    /// beneath it know.
    pub into: Vec<String>,
}

/// JSON Schema of the table.
#[cfg(feature = "schema")]
pub fn schema() -> serde_json::Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12();
    let mut schema = settings.into_generator().into_root_schema_for::<PlacesDoc>();
    schema.insert("title".to_owned(), "行政区划 · places, tables/places.json".into());
    schema.to_value()
}
