//! `sources/*.json`: the documents that the rules rest on 「政策依据」.

use crate::base::{compact::compact, date::Date, text::Text};
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
    pub in_force: SpanDoc,
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

compact!(struct SourceDoc { schema, id, title, number, issuer, published, in_force, link, checked_on, confidence, note, boundary });

/// A span of days; open at the end where `to` is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpanDoc {
    /// First day.
    pub from: Date,
    /// Last day.
    #[serde(default)]
    pub to: Option<Date>,
}

compact!(struct SpanDoc { from, to });

impl SpanDoc {
    /// Whether the day lies in the span.
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the two spans share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_in_time = |a: &Self, b: &Self| b.to.is_none_or(|to| a.from <= to);
        begins_in_time(self, other) && begins_in_time(other, self)
    }
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

compact!(struct BoundaryDoc { at_least, more_than, at_most, less_than, rank_within });

/// How sure our reading of the policy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Several independent sources agree.
    Confirmed,
    /// One source.
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
