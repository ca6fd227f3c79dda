//! `includes_any`: a set that has one of some.

use super::{Cause, Explained, Node, Run};
use crate::{
    base::{compact::compact, truth::Truth, value::Value},
    language::{
        checker::Checker,
        terms::FactIx,
        words::{Condition, Lines, Voice, Words},
    },
    written::{AmongDoc, FactKind},
};

/// A set and the answers of which one satisfies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncludesAny {
    /// The set.
    pub fact: FactIx,
    /// Answers that satisfy, as bits.
    pub among: u64,
}

compact!(struct IncludesAny { fact, among });

impl IncludesAny {
    pub(super) fn check(doc: &AmongDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.fact_at("fact", &doc.fact, FactKind::Set)?;
        let among = c.at("values", |c| c.choices(term, &doc.values))?;
        Some(Self { fact, among })
    }

    pub(super) fn eval<'p>(&self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let truth = match run.value(self.fact) {
            Ok(Value::Set(set)) => Truth::settled(set & self.among != 0),
            _ => Truth::Undetermined,
        };
        Explained::leaf(node, run, truth, Cause::missing(self.fact))
    }

    pub(super) fn condition(&self, words: &Words<'_>) -> Condition {
        let names = words.choice_names(self.fact, self.among);
        let requirement = words.either(|| format!("任一：{names}"), || format!("any of: {names}"));
        Condition { subject: words.term(self.fact), requirement }
    }

    pub(super) fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        lines.condition(explained, self.condition(&voice.words), voice.chosen(self.fact), None, voice);
    }
}
