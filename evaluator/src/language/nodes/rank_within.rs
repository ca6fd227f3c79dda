//! `rank_within`: a place that is good enough.

use super::{Explained, Input, Node, Parts, Place, Run, Voice, Words, kind::Kind};
use crate::{
    base::{
        compact::compact,
        fact_kind::FactKind,
        number::{MILLION, Unit},
        truth::Truth,
        value::Value,
    },
    language::{
        cause::Cause,
        checker::Checker,
        diagnostics::Code,
        quantities::check_literal,
        terms::FactIx,
        words::{Clause, Condition, Lines},
    },
    written::RankWithinDoc,
};

/// A rank and the last place that satisfies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankWithin {
    /// Fact whose answer is a place in an order.
    pub fact: FactIx,
    /// The last place that satisfies.
    pub best: u32,
    /// The source's wording.
    pub phrase: String,
}

compact!(struct RankWithin { fact, best, phrase });

impl Kind for RankWithin {
    type Doc = RankWithinDoc;
    const KEY: &'static str = "rank_within";

    fn check(doc: &RankWithinDoc, c: &mut Checker<'_>) -> Option<Self> {
        c.phrase(&doc.phrase, Self::KEY);
        let (fact, _) = c.fact_at("fact", &doc.fact, FactKind::Rank)?;
        let best = c.at("best", |c| check_literal(&doc.best, Unit::Rank, c))?;
        let best = best.micros().checked_div(MILLION).and_then(|best| u32::try_from(best).ok())?;
        if best == 0 {
            return c.at("best", |c| c.fail(Code::Constant, ("名次从 1 起", "ranks begin at 1")));
        }
        Some(Self { fact, best, phrase: doc.phrase.clone() })
    }

    fn parts(&self) -> Parts<'_> {
        Parts::leaf(Input::Rank(self.fact, self.best, Place::of(Self::KEY).field("best")))
    }

    fn eval<'p>(&'p self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let truth = match run.answers.value(self.fact) {
            Ok(Value::Rank(rank)) => Truth::settled(rank.is_some_and(|rank| rank <= self.best)),
            _ => Truth::Undetermined,
        };
        Explained::leaf(node, run, truth, Cause::missing(self.fact))
    }

    fn describe(&self, words: &Words<'_>) -> Clause {
        Clause::Condition(self.condition(words))
    }

    fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        voice.write(explained, self.condition(&voice.words), voice.rank(self.fact), lines);
    }
}

impl RankWithin {
    fn condition(&self, words: &Words<'_>) -> Condition {
        let best = self.best;
        let requirement = words.either(|| format!("前 {best} 名"), || format!("place {best} or better"));
        Condition { subject: words.term(self.fact), requirement }
    }
}
