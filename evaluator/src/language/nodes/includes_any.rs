//! `includes_any`: a set that has one of some.

use super::{Explained, Input, Node, Parts, Run, Voice, Words, kind::Kind};
use crate::{
    base::{compact::compact, fact_kind::FactKind, truth::Truth, value::Value},
    language::{
        cause::Cause,
        checker::Checker,
        terms::FactIx,
        words::{Clause, Condition, Lines},
    },
    written::AmongDoc,
};

/// A set and the answers of which one satisfies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncludesAny {
    /// Fact whose answer is a set.
    pub fact: FactIx,
    /// Answers that satisfy, as bits.
    pub among: u64,
}

compact!(struct IncludesAny { fact, among });

impl Kind for IncludesAny {
    type Doc = AmongDoc;
    const KEY: &'static str = "includes_any";

    fn check(doc: &AmongDoc, c: &mut Checker<'_>) -> Option<Self> {
        let (fact, term) = c.fact_at("fact", &doc.fact, FactKind::Set)?;
        let among = c.at("values", |c| c.choices(term, &doc.values))?;
        Some(Self { fact, among })
    }

    fn parts(&self) -> Parts<'_> {
        Parts::leaf(Input::Among(self.fact, self.among))
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let truth = match run.answers.value(self.fact) {
            Ok(Value::Set(set)) => Truth::settled(set & self.among != 0),
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

impl IncludesAny {
    fn condition(self, words: &Words<'_>) -> Condition {
        let names = words.choice_names(self.fact, self.among);
        let requirement = words.either(|| format!("任一：{names}"), || format!("any of: {names}"));
        Condition { subject: words.term(self.fact), requirement }
    }
}
