//! What a firm has to prove for a level: the facts that its conditions rest on, those that are met and those that are
//! still to be met. Left out are alternatives that are not needed, and those that the firm has nothing of.

use crate::{
    base::{
        truth::Truth,
        value::{NONE, Value},
    },
    language::{
        assessment::{Assessment, Judged, Reasons},
        nodes::{Explained, Input, Join, Parts},
        packs::Body,
        terms::FactIx,
    },
};
use std::collections::BTreeSet;

/// Facts to prove.
type Facts = BTreeSet<FactIx>;

impl Assessment<'_, '_> {
    /// Facts that the firm has to prove, in the order of the vocabulary.
    pub fn facts_to_prove(&self) -> BTreeSet<FactIx> {
        self.top_level().chain(self.declarations()).flat_map(|judged| self.of_judged(judged)).collect()
    }

    fn of_judged(&self, judged: &Judged<'_>) -> Facts {
        match &judged.reasons {
            Reasons::NotExamined(_) => Facts::new(),
            Reasons::Test(explained) => self.of_explained(explained),
            Reasons::Criteria(children) => {
                let examined =
                    children.iter().filter(|child| !matches!(child.reasons, Reasons::NotExamined(_)));
                let facts = examined.map(|child| (child.truth, self.of_judged(child)));
                match judged.criterion.body {
                    Body::AnyOf(_) => self.needed(facts.collect()),
                    Body::AllOf(_) | Body::Test { .. } => facts.flat_map(|(_, facts)| facts).collect(),
                }
            }
        }
    }

    fn of_explained(&self, explained: &Explained<'_>) -> Facts {
        let Parts { join, inputs, .. } = explained.node.parts();
        let mut children = explained.children().map(|child| (child.truth, self.of_explained(child)));
        match join {
            Join::Any => self.needed(children.collect()),
            // An exemption is proven where it takes effect; until then it is the rule that is to be met.
            Join::Waived => {
                children.nth(usize::from(explained.is_waived())).map(|(_, facts)| facts).unwrap_or_default()
            }
            Join::Inputs
            | Join::Every
            | Join::Several(_)
            | Join::Opposite
            | Join::Agreed { .. }
            | Join::Picked => {
                let read = inputs.iter().flat_map(|input| self.of_input(input));
                read.chain(children.flat_map(|(_, facts)| facts)).collect()
            }
        }
    }

    fn of_input(&self, input: &Input<'_>) -> Facts {
        let mut facts = Facts::new();
        match input {
            Input::SizeClass => facts.extend(self.size().facts()),
            Input::Score => {
                let indicators = self.sheet().into_iter().flat_map(|sheet| sheet.indicators());
                indicators.for_each(|result| {
                    result.indicator.rule.each_fact(&mut |fact, _| _ = facts.insert(fact));
                });
                facts.retain(|fact| !self.has_none_of(*fact));
            }
            input => input.each_fact(0, &mut |fact, _| _ = facts.insert(fact)),
        }
        facts
    }

    /// Of alternatives those that are met; where none is, those that are open; where all are unmet, those that the firm
    /// has something of, and if it has nothing of any, the first.
    fn needed(&self, alternatives: Vec<(Truth, Facts)>) -> Facts {
        let of = |truth: Truth| -> Facts {
            let those = alternatives.iter().filter(|(of, _)| *of == truth);
            those
                .filter(|(_, facts)| truth != Truth::Unmet || self.has_any_of(facts))
                .flat_map(|(_, facts)| facts.clone())
                .collect()
        };
        let found = [Truth::Met, Truth::Undetermined, Truth::Unmet]
            .map(of)
            .into_iter()
            .find(|facts| !facts.is_empty());
        found.or_else(|| alternatives.into_iter().next().map(|(_, facts)| facts)).unwrap_or_default()
    }

    fn has_any_of(&self, facts: &Facts) -> bool {
        facts.iter().any(|fact| !self.has_none_of(*fact))
    }

    /// Whether the answer is 否, 无 or 0, in every year.
    fn has_none_of(&self, fact: FactIx) -> bool {
        let (terms, dossier) = (self.pack().terms(), self.dossier());
        match dossier.answer(terms, fact) {
            Some(Value::Bool(false) | Value::Number(0) | Value::Rank(None) | Value::Set(0)) => true,
            Some(Value::Choice(choice)) => {
                terms.term(fact).and_then(|term| term.choice_id(*choice)) == Some(NONE)
            }
            Some(_) => false,
            None => {
                let mut years = dossier.years(fact).peekable();
                years.peek().is_some() && years.all(|(_, micros)| micros == 0)
            }
        }
    }
}
