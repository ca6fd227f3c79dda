//! Questions in front of several: one 「没有」 in their place.

use super::FactIx;
use crate::{
    base::{compact::compact, text::Text},
    written::GateDoc,
};

/// A question in front of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// Id, as an address names it.
    pub id: String,
    /// What it is about.
    pub title: Text,
    /// The question.
    pub question: Text,
    /// The facts that 「没有」 answers.
    pub facts: Vec<FactIx>,
}

compact!(struct Gate { id, title, question, facts });

impl Gate {
    pub(super) fn of(doc: GateDoc, find: impl Fn(&str) -> Option<FactIx>) -> Self {
        let GateDoc { id, title, question, facts } = doc;
        Self { id, title, question, facts: facts.iter().filter_map(|id| find(id)).collect() }
    }
}
