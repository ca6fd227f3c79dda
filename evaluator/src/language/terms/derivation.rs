//! What the answer of a fact follows from (docs/language.md §4).

use super::FactIx;
use crate::{
    base::{
        compact::{Compact, Reader, compact},
        number::parse_micros,
        value::Value,
    },
    written::{BoundDoc, DerivationDoc, TermDoc},
};

/// An answer and the counts that must be known and within bounds for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derivation {
    when: Vec<Bound>,
    take: Take,
}

compact!(struct Derivation { when, take });

/// Bounds of a count in millionths, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bound {
    fact: FactIx,
    at_least: Option<i64>,
    at_most: Option<i64>,
}

compact!(struct Bound { fact, at_least, at_most });

/// What is taken as the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Take {
    /// The answer of another fact.
    Fact(FactIx),
    /// An answer of a choice.
    Chosen(Chosen),
}

compact!(
    enum Take {
        Fact(inner),
        Chosen(inner),
    }
);

/// An answer of a choice, as a dossier keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chosen(Value);

impl Chosen {
    const fn at(position: u8) -> Self {
        Self(Value::Choice(position))
    }
}

impl Compact for Chosen {
    fn write(&self, out: &mut Vec<u8>) {
        let position = if let Value::Choice(position) = self.0 { position } else { 0 };
        position.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self::at(u8::read(from))
    }
}

/// The derivations of a term; those that [`super::check`] refused are left out.
pub(super) fn all(
    docs: &[DerivationDoc],
    of: &TermDoc,
    find: impl Fn(&str) -> Option<FactIx> + Copy,
) -> Vec<Derivation> {
    docs.iter().filter_map(|doc| Derivation::of(doc, of, find)).collect()
}

impl Derivation {
    fn of(doc: &DerivationDoc, of: &TermDoc, find: impl Fn(&str) -> Option<FactIx> + Copy) -> Option<Self> {
        let take = match (&doc.from, &doc.answer) {
            (Some(from), None) => Take::Fact(find(from)?),
            (None, Some(answer)) => {
                let position = of.choices.iter().position(|choice| choice.id == *answer)?;
                Take::Chosen(Chosen::at(u8::try_from(position).ok()?))
            }
            _ => return None,
        };
        let when = doc.when.iter().map(|bound| Bound::of(bound, find)).collect::<Option<_>>()?;
        Some(Self { when, take })
    }

    /// The facts it reads.
    pub fn facts(&self) -> impl Iterator<Item = FactIx> {
        let taken = if let Take::Fact(fact) = self.take { Some(fact) } else { None };
        self.when.iter().map(|bound| bound.fact).chain(taken)
    }

    /// The answer, if everything it reads is among the `given` answers and within bounds.
    pub fn answer<'a>(&'a self, given: impl Fn(FactIx) -> Option<&'a Value>) -> Option<&'a Value> {
        if !self.when.iter().all(|bound| bound.holds(given(bound.fact))) {
            return None;
        }
        match &self.take {
            Take::Fact(fact) => given(*fact),
            Take::Chosen(chosen) => Some(&chosen.0),
        }
    }
}

impl Bound {
    fn of(doc: &BoundDoc, find: impl Fn(&str) -> Option<FactIx>) -> Option<Self> {
        let end = |text: &Option<String>| text.as_deref().and_then(|text| parse_micros(text, 0).ok());
        Some(Self { fact: find(&doc.fact)?, at_least: end(&doc.at_least), at_most: end(&doc.at_most) })
    }

    fn holds(&self, given: Option<&Value>) -> bool {
        given.and_then(Value::as_number).is_some_and(|number| {
            self.at_least.is_none_or(|least| number >= least)
                && self.at_most.is_none_or(|most| number <= most)
        })
    }
}
