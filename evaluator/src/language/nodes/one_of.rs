//! `one_of`: a choice among some.

use super::{Explained, Input, Node, Parts, Run, Voice, Words, kind::Kind};
use crate::{
    base::{
        compact::compact,
        fact_kind::FactKind,
        truth::Truth,
        value::{Value, bit},
    },
    language::{
        cause::Cause,
        checker::Checker,
        diagnostics::Code,
        terms::FactIx,
        words::{Clause, Condition, Lines},
    },
    written::AmongDoc,
};

/// A choice and the answers that satisfy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneOf {
    /// Fact whose answer is a choice.
    pub fact: FactIx,
    /// Answers that satisfy, as bits.
    pub among: u64,
}

compact!(struct OneOf { fact, among });

impl Kind for OneOf {
    type Doc = AmongDoc;
    const KEY: &'static str = "one_of";

    fn check(doc: &AmongDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.fact_at("fact", &doc.fact, FactKind::Choice)?;
        let among = c.at("values", |c| c.choices(term, &doc.values))?;
        if term.choices().zip(0_u8..).all(|(_, index)| among & bit(index) != 0) {
            return c.at("values", |c| c.fail(Code::Constant, "列出了全部答案，怎样回答都满足"));
        }
        Some(Self { fact, among })
    }

    fn parts(&self) -> Parts<'_> {
        Parts::leaf(Input::Answer(self.fact))
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let truth = match run.answers.value(self.fact) {
            Ok(Value::Choice(index)) => Truth::settled(bit(*index) & self.among != 0),
            _ => Truth::Undetermined,
        };
        Explained::leaf(node, run, truth, Cause::missing(self.fact))
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        Clause::Condition(self.condition(words))
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        voice.write(explained, self.condition(&voice.words), voice.chosen(self.fact), lines);
    }
}

impl OneOf {
    fn condition(self, words: &Words<'_>) -> Condition {
        Condition { subject: words.term(self.fact), requirement: words.choice_names(self.fact, self.among) }
    }
}
