//! `one_of`: a choice among some.

use super::{Cause, Explained, Node, Run};
use crate::{
    base::{
        compact::compact,
        truth::Truth,
        value::{Value, bit},
    },
    language::{
        checker::Checker,
        diagnostics::Code,
        terms::FactIx,
        words::{Condition, Lines, Voice, Words},
    },
    written::{AmongDoc, FactKind},
};

/// A choice and the answers that satisfy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneOf {
    /// The choice.
    pub fact: FactIx,
    /// Answers that satisfy, as bits.
    pub among: u64,
}

compact!(struct OneOf { fact, among });

impl OneOf {
    pub(super) fn check(doc: &AmongDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.fact_at("fact", &doc.fact, FactKind::Choice)?;
        let among = c.at("values", |c| c.choices(term, &doc.values))?;
        if term.choices().zip(0_u8..).all(|(_, index)| among & bit(index) != 0) {
            return c.at("values", |c| c.fail(Code::Constant, "列出了全部答案，怎样回答都满足"));
        }
        Some(Self { fact, among })
    }

    pub(super) fn eval<'p>(&self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let truth = match run.value(self.fact) {
            Ok(Value::Choice(index)) => Truth::settled(bit(*index) & self.among != 0),
            _ => Truth::Undetermined,
        };
        Explained::leaf(node, run, truth, Cause::missing(self.fact))
    }

    pub(super) fn condition(&self, words: &Words<'_>) -> Condition {
        Condition { subject: words.term(self.fact), requirement: words.choice_names(self.fact, self.among) }
    }

    pub(super) fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        lines.condition(explained, self.condition(&voice.words), voice.chosen(self.fact), None, voice);
    }
}
