//! Some answers of a fact, as `one_of`, `includes_any` and `count_of` name them.

use serde::{Deserialize, Serialize};

/// `one_of`, `includes_any` and `count_of`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AmongDoc {
    /// The choice or set.
    pub fact: String,
    /// Choice ids.
    pub values: Vec<String>,
}
