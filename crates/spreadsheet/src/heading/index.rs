//! All names that facts go by.

use super::{
    Heading, Target, Unit, When,
    aliases::{AS_OF, KIND, PREFIXES, SUFFIXES},
    parts::{core, parts},
};
use crate::unit::money;
use std::collections::BTreeMap;
use zjtx_evaluator::{FactIx, Lang, Terms};

/// Understands headings in the words of one vocabulary.
pub(crate) struct Headings<'t> {
    terms: &'t Terms,
    /// Names; `None` where two facts share one.
    names: BTreeMap<String, Option<FactIx>>,
}

impl<'t> Headings<'t> {
    pub(crate) fn new(terms: &'t Terms) -> Self {
        let mut headings = Self { terms, names: BTreeMap::new() };
        for (fact, term) in terms.facts() {
            let official = [term.id(), term.term().get(Lang::Zh), term.term().get(Lang::En)];
            official.into_iter().for_each(|name| headings.add(core(name), fact));
        }
        // Shorter forms never take a name that is official elsewhere.
        for (fact, term) in terms.facts() {
            headings.add_if_free(core(without_brackets(term.term().get(Lang::Zh))), fact);
        }
        for (fact, term) in terms.facts() {
            term.aliases().iter().for_each(|name| headings.add_if_free(core(name), fact));
        }
        headings
    }

    fn add(&mut self, name: String, fact: FactIx) {
        let known = self.names.entry(name).or_insert(Some(fact));
        if *known != Some(fact) {
            *known = None;
        }
    }

    fn add_if_free(&mut self, name: String, fact: FactIx) {
        self.names.entry(name).or_insert(Some(fact));
    }

    /// What a heading says; `None` where it is not understood.
    pub(crate) fn understand(&self, heading: &str) -> Option<Heading> {
        let whole = core(heading);
        if AS_OF.contains(&whole.as_str()) {
            return Some(Heading { target: Target::AsOf, unit: Unit::Unsaid });
        }
        if KIND.contains(&whole.as_str()) {
            return Some(Heading { target: Target::Kind, unit: Unit::Unsaid });
        }
        // A term may itself look as if it named a unit or a year.
        if let Some(fact) = self.fact(&whole) {
            return self.target(fact, When::Unsaid).map(|target| Heading { target, unit: Unit::Unsaid });
        }
        let parts = parts(heading);
        let (fact, unit) = match self.named(&parts.name) {
            Some(fact) => (fact, parts.unit),
            None => self.named_with_unit(&parts.name)?,
        };
        let target = self.target(fact, parts.when)?;
        Some(Heading { target, unit })
    }

    /// A name with a unit of money behind it and nothing between: 营业收入万元.
    fn named_with_unit(&self, name: &str) -> Option<(FactIx, Unit)> {
        let splits = name.char_indices().skip(1).filter_map(|(at, _)| name.split_at_checked(at));
        let mut splits = splits.filter_map(|(name, unit)| Some((name, money(unit)?)));
        splits.find_map(|(name, unit)| Some((self.named(name)?, Unit::Money(unit))))
    }

    /// Whether a text is a name of a fact and nothing more.
    pub(crate) fn is_name(&self, text: &str) -> bool {
        self.named(&core(text)).is_some()
    }

    fn fact(&self, name: &str) -> Option<FactIx> {
        self.names.get(name).copied().flatten()
    }

    /// The fact of a name, also with words around it that change nothing.
    fn named(&self, name: &str) -> Option<FactIx> {
        let shorter = PREFIXES.iter().filter_map(|prefix| name.strip_prefix(prefix));
        let mut candidates = std::iter::once(name).chain(shorter);
        let all = candidates.clone();
        candidates.find_map(|name| self.fact(name)).or_else(|| {
            let bare = all.flat_map(|name| SUFFIXES.iter().filter_map(|word| name.strip_suffix(word)));
            bare.filter(|name| !name.is_empty()).find_map(|name| self.fact(name))
        })
    }

    /// A year is refused where the fact has none; saying 上年末 of it changes nothing.
    fn target(&self, fact: FactIx, when: When) -> Option<Target> {
        let yearly = self.terms.term(fact)?.period().is_some();
        match when {
            when if yearly => Some(Target::Yearly(fact, when)),
            When::Unsaid | When::Back(0) => Some(Target::Once(fact)),
            When::Year(_) | When::Back(_) => None,
        }
    }
}

fn without_brackets(term: &str) -> &str {
    term.split('（').next().unwrap_or(term)
}
