//! `sources/*.json`: the documents that the rules rest on 「政策依据」.

use crate::base::{citation::Confidence, date::Date, span::Span, text::Text};
use serde::{Deserialize, Serialize};

/// One document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SourceDoc {
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema: u8,
    /// Id, as in `cite.source`.
    pub id: String,
    /// Official title, verbatim.
    pub title: String,
    /// Document number 「文号」.
    pub number: String,
    /// Who issued it, verbatim.
    pub issuer: String,
    /// When it was published, where known.
    #[serde(default)]
    pub published: Option<Date>,
    /// When it is in force.
    pub in_force: Span,
    /// Official address, where known.
    #[serde(default)]
    pub link: Option<String>,
    /// Day on which our reading of it was last checked.
    pub checked_on: Date,
    /// How sure that reading is.
    pub confidence: Confidence,
    /// What is uncertain.
    #[serde(default)]
    pub note: Option<Text>,
    /// What its boundary words mean.
    #[serde(default)]
    pub boundary: BoundaryDoc,
}

/// Phrases of a document under the operator that each stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BoundaryDoc {
    /// Phrases for ≥, the number included: 「以上」「不低于」.
    #[serde(default)]
    pub at_least: Vec<String>,
    /// Phrases for >, the number left out: 「超过」.
    #[serde(default)]
    pub more_than: Vec<String>,
    /// Phrases for ≤, the number included: 「不超过」.
    #[serde(default)]
    pub at_most: Vec<String>,
    /// Phrases for <, the number left out: 「不满」.
    #[serde(default)]
    pub less_than: Vec<String>,
    /// Phrases for a rank no worse than: 「前三」.
    #[serde(default)]
    pub rank_within: Vec<String>,
}
