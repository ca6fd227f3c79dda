//! When and for whom a pack is in force.

use crate::{
    base::{
        application_kind::ApplicationKind, citation::Confidence, compact::compact, date::Date, span::Span,
        text::Text,
    },
    written::InForceDoc,
};

/// A span in which a pack is in force for some kinds of application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// First day in force, included.
    pub from: Date,
    /// Last day in force, included; none while no end is known.
    pub to: Option<Date>,
    /// Kinds of application.
    pub kinds: Vec<ApplicationKind>,
    /// How sure the dates are.
    pub confidence: Confidence,
    /// What is uncertain.
    pub note: Option<Text>,
}

compact!(struct InForce { from, to, kinds, confidence, note });

impl InForce {
    /// First and last day in force.
    pub const fn span(&self) -> Span {
        Span { from: self.from, to: self.to }
    }
}

impl From<&InForceDoc> for InForce {
    fn from(InForceDoc { from, to, kinds, confidence, note }: &InForceDoc) -> Self {
        Self { from: *from, to: *to, kinds: kinds.clone(), confidence: *confidence, note: note.clone() }
    }
}
