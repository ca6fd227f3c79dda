//! Where a rule is written, and how sure our reading of it is.

use super::compact::compact;
use serde::{Deserialize, Serialize};

/// Where a criterion is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cite {
    /// Identifier of the document, a file of `rules/sources/`.
    pub source: String,
    /// Place in the document.
    pub clause: String,
    /// Its words, as passed on to us.
    pub text: String,
}

compact!(struct Cite { source, clause, text });

impl Cite {
    /// Empties all of it.
    pub(crate) fn clear(&mut self) {
        let Self { source, clause, text } = self;
        [source, clause, text].into_iter().for_each(String::clear);
    }
}

/// How sure our reading of the policy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Several independent sources agree.
    Confirmed,
    /// Only one source says so.
    Single,
    /// Sources disagree or the text can be read in several ways.
    Uncertain,
    /// From memory of the text, not found again.
    Memory,
}

compact!(
    enum Confidence {
        Confirmed,
        Single,
        Uncertain,
        Memory,
    }
);
