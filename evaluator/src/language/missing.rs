//! Which facts were read, which are absent, and which absent ones could still change the verdict
//! (docs/language.md §11).

use crate::{
    base::truth::Truth,
    language::{
        assessment::{Assessment, Judged, Reasons},
        dossier::Dossier,
        nodes::{Cause, Explained, Node},
        terms::{FactIx, Terms},
    },
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// A fact, in a year where it has years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactRef {
    /// Which.
    pub fact: FactIx,
    /// Of which year.
    pub year: Option<i16>,
}

/// What the walk looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Everything that was evaluated.
    Read,
    /// Only what is undetermined beneath what is undetermined.
    Open,
}

/// What the walk found: facts by year, and in how many top-level criteria each stands.
#[derive(Default)]
struct Found {
    facts: BTreeSet<FactRef>,
    criteria: BTreeMap<FactIx, usize>,
    /// Points that still hang on a fact through the score sheet.
    score: BTreeMap<FactIx, i64>,
}

impl Assessment<'_, '_> {
    /// Facts that were read, whether known or not, in the order of the vocabulary.
    pub fn facts_read(&self) -> Vec<FactRef> {
        let walked = self.top_level().chain(self.declarations());
        let walk = Walk { assessment: self, scope: Scope::Read };
        let mut facts = BTreeSet::new();
        walked.for_each(|judged| walk.judged(judged, &mut facts));
        facts.into_iter().collect()
    }

    /// Facts that were read and are absent, in the order of the vocabulary.
    pub fn absent(&self) -> Vec<FactRef> {
        self.facts_read().into_iter().filter(|fact| !is_known(self.dossier(), *fact)).collect()
    }

    /// Absent facts that could still change the verdict, the most decisive first, newest year first.
    pub fn missing(&self) -> Vec<FactRef> {
        if self.verdict() != Truth::Undetermined {
            return Vec::new();
        }
        let walk = Walk { assessment: self, scope: Scope::Open };
        let mut found = Found::default();
        for judged in self.top_level() {
            let mut here = BTreeSet::new();
            walk.judged(judged, &mut here);
            found.add(here);
        }
        if self.top_level().any(reaches_score) {
            found.weigh_score(self);
        }
        let terms = self.pack().terms();
        let mut facts = found.ranked();
        facts.retain(|missing| terms.term(missing.fact).is_none_or(|term| term.retired().is_none()));
        facts
    }

    /// Facts of [`Self::missing`], each once.
    pub fn decisive(&self) -> impl Iterator<Item = FactIx> {
        let mut known = BTreeSet::new();
        self.missing().into_iter().map(|missing| missing.fact).filter(move |fact| known.insert(*fact))
    }
}

impl Found {
    fn add(&mut self, here: BTreeSet<FactRef>) {
        let facts: BTreeSet<FactIx> = here.iter().map(|found| found.fact).collect();
        for fact in facts {
            let count = self.criteria.entry(fact).or_default();
            *count = count.saturating_add(1);
        }
        self.facts.extend(here);
    }

    fn weigh_score(&mut self, assessment: &Assessment<'_, '_>) {
        let indicators = assessment.sheet().into_iter().flat_map(|sheet| sheet.indicators());
        for indicator in indicators.filter(|indicator| indicator.points.is_open()) {
            let mut facts = BTreeSet::new();
            indicator.indicator.rule.each_fact(&mut |fact, years_ago| {
                let year = year_of(assessment.pack().terms(), assessment.dossier(), fact, years_ago);
                if !is_known(assessment.dossier(), FactRef { fact, year }) {
                    facts.insert(fact);
                }
            });
            for fact in facts {
                let score = self.score.entry(fact).or_default();
                *score = score.saturating_add(indicator.points.width());
            }
        }
    }

    fn ranked(self) -> Vec<FactRef> {
        let mut facts: Vec<FactRef> = self.facts.into_iter().collect();
        facts.sort_by_key(|found| {
            let criteria = self.criteria.get(&found.fact).copied().unwrap_or(0);
            let score = self.score.get(&found.fact).copied().unwrap_or(0);
            (Reverse(criteria), Reverse(score), found.fact, Reverse(found.year))
        });
        facts
    }
}

/// Whether an open score node lies beneath it on an open path.
fn reaches_score(judged: &Judged<'_>) -> bool {
    fn within(explained: &Explained<'_>) -> bool {
        explained.truth == Truth::Undetermined
            && (matches!(explained.node, Node::Score) || explained.children().any(within))
    }
    judged.truth == Truth::Undetermined
        && match &judged.reasons {
            Reasons::Test(explained) => within(explained),
            Reasons::Criteria(children) => children.iter().any(reaches_score),
            Reasons::NotExamined(_) => false,
        }
}

fn is_known(dossier: &Dossier, fact: FactRef) -> bool {
    match fact.year {
        Some(year) => dossier.get_year(fact.fact, year).is_some(),
        None => dossier.get(fact.fact).is_some(),
    }
}

struct Walk<'w, 'p, 'd> {
    assessment: &'w Assessment<'p, 'd>,
    scope: Scope,
}

impl Walk<'_, '_, '_> {
    fn skips(&self, truth: Truth) -> bool {
        self.scope == Scope::Open && truth != Truth::Undetermined
    }

    fn judged(&self, judged: &Judged<'_>, found: &mut BTreeSet<FactRef>) {
        if self.skips(judged.truth) {
            return;
        }
        match &judged.reasons {
            Reasons::Test(explained) => self.explained(explained, found),
            Reasons::Criteria(children) => children.iter().for_each(|child| self.judged(child, found)),
            Reasons::NotExamined(_) => {}
        }
    }

    fn explained(&self, explained: &Explained<'_>, found: &mut BTreeSet<FactRef>) {
        if self.skips(explained.truth) {
            return;
        }
        match explained.node {
            Node::Score => return self.score(found),
            Node::SizeClass(_) if self.scope == Scope::Open => {
                self.assessment.size().open_facts().for_each(|fact| self.found(fact, 0, found));
            }
            Node::SizeClass(_) => {
                self.assessment.size().facts().for_each(|fact| self.found(fact, 0, found));
            }
            // Answered 否 it is still open: only a confirmation settles it.
            Node::Review(fact) => {
                found.insert(FactRef { fact: *fact, year: None });
            }
            // Readings that already disagree are not brought together by any answer.
            Node::Ambiguous(_)
                if self.scope == Scope::Open && explained.cause == Some(Cause::AmbiguousText) =>
            {
                return;
            }
            node => own_facts(node, explained, &mut |fact, years_ago| self.found(fact, years_ago, found)),
        }
        explained.children().for_each(|child| self.explained(child, found));
    }

    fn score(&self, found: &mut BTreeSet<FactRef>) {
        let Some(sheet) = self.assessment.sheet() else { return };
        for indicator in sheet.indicators() {
            if self.scope == Scope::Open && !indicator.points.is_open() {
                continue;
            }
            indicator.indicator.rule.each_fact(&mut |fact, years_ago| self.found(fact, years_ago, found));
        }
    }

    fn found(&self, fact: FactIx, years_ago: u8, found: &mut BTreeSet<FactRef>) {
        let dossier = self.assessment.dossier();
        let fact = FactRef { fact, year: year_of(self.assessment.pack().terms(), dossier, fact, years_ago) };
        if self.scope == Scope::Read || !is_known(dossier, fact) {
            found.insert(fact);
        }
    }
}

fn year_of(terms: &Terms, dossier: &Dossier, fact: FactIx, years_ago: u8) -> Option<i16> {
    dossier.period_year(terms.term(fact)?.period(), years_ago)
}

/// Facts that a node reads itself, not through its children.
fn own_facts(node: &Node, explained: &Explained<'_>, f: &mut dyn FnMut(FactIx, u8)) {
    match node {
        Node::Compare(compare) => compare.quantity.each_fact(explained.years_ago, f),
        Node::Holds(fact) | Node::Title(fact) => f(*fact, 0),
        Node::OneOf(among) => f(among.fact, 0),
        Node::IncludesAny(among) => f(among.fact, 0),
        Node::RankWithin(rank) => f(rank.fact, 0),
        Node::ThresholdBy(table) => table.each_selector_fact(explained.years_ago, f),
        _ => {}
    }
}
