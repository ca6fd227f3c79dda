//! `rank_within`: a place that is good enough.

use super::{Cause, Explained, Node, Run};
use crate::{
    base::{
        compact::compact,
        number::{MILLION, Unit},
        truth::Truth,
        value::Value,
    },
    language::{
        checker::Checker,
        diagnostics::Code,
        quantities::check_literal,
        terms::FactIx,
        words::{Condition, Lines, Voice, Words},
    },
    written::{FactKind, RankWithinDoc},
};

/// A rank and the last place that satisfies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankWithin {
    /// The rank.
    pub fact: FactIx,
    /// The last place that satisfies.
    pub best: u32,
    /// The source's wording.
    pub phrase: String,
}

compact!(struct RankWithin { fact, best, phrase });

impl RankWithin {
    pub(super) fn check(doc: &RankWithinDoc, c: &mut Checker<'_>) -> Option<Self> {
        c.phrase(&doc.phrase, "rank_within");
        let (fact, _) = c.fact_at("fact", &doc.fact, FactKind::Rank)?;
        let best = c.at("best", |c| check_literal(&doc.best, Unit::Rank, c))?;
        let best = best.micros().checked_div(MILLION).and_then(|best| u32::try_from(best).ok())?;
        if best == 0 {
            return c.at("best", |c| c.fail(Code::Constant, "名次从 1 起"));
        }
        Some(Self { fact, best, phrase: doc.phrase.clone() })
    }

    pub(super) fn eval<'p>(&self, node: &'p Node, run: &Run<'_, 'p>) -> Explained<'p> {
        let truth = match run.value(self.fact) {
            Ok(Value::Rank(rank)) => Truth::settled(rank.is_some_and(|rank| rank <= self.best)),
            _ => Truth::Undetermined,
        };
        Explained::leaf(node, run, truth, Cause::missing(self.fact))
    }

    pub(super) fn condition(&self, words: &Words<'_>) -> Condition {
        let best = self.best;
        let requirement = words.either(|| format!("前 {best} 名"), || format!("place {best} or better"));
        Condition { subject: words.term(self.fact), requirement }
    }

    pub(super) fn explain(&self, explained: &Explained<'_>, voice: &Voice<'_>, lines: &mut Lines) {
        lines.condition(explained, self.condition(&voice.words), voice.rank(self.fact), None, voice);
    }
}
