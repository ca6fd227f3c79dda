//! Which facts were read, which are absent, and which absent ones could still change the verdict
//! (docs/language.md §11).

use super::{
    assessment::{Assessment, Judged, Reasons},
    cause::Cause,
    dossier::Dossier,
    nodes::{Explained, Input, Join, Parts},
    scores::IndicatorResult,
    terms::{FactIx, Terms},
};
use crate::base::truth::Truth;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// A fact, in a year where it has years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactRef {
    /// Fact that is absent.
    pub fact: FactIx,
    /// The year, where it has years.
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
        let terms = self.pack().terms();
        self.facts_read().into_iter().filter(|fact| !is_known(terms, self.dossier(), *fact)).collect()
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

    /// The fact in the year that a pack means by `years_ago` periods back.
    pub(crate) fn place(&self, fact: FactIx, years_ago: u8) -> FactRef {
        FactRef { fact, year: year_of(self.pack().terms(), self.dossier(), fact, years_ago) }
    }

    /// Whether an answer is known.
    pub(crate) fn knows(&self, place: FactRef) -> bool {
        is_known(self.pack().terms(), self.dossier(), place)
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
            each_open_fact(assessment, indicator, &mut |found| {
                facts.insert(found.fact);
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
            && (explained.node.reads_score() || explained.children().any(within))
    }
    judged.truth == Truth::Undetermined
        && match &judged.reasons {
            Reasons::Test(explained) => within(explained),
            Reasons::Criteria(children) => children.iter().any(reaches_score),
            Reasons::NotExamined(_) => false,
        }
}

/// Calls `f` with what could close an open indicator: its absent facts or, where there are none, an
/// expectation that was not given.
pub(crate) fn each_open_fact(
    assessment: &Assessment<'_, '_>,
    result: &IndicatorResult<'_>,
    f: &mut dyn FnMut(FactRef),
) {
    let (terms, dossier) = (assessment.pack().terms(), assessment.dossier());
    let mut settled = true;
    result.indicator.rule.each_read(&assessment.answers(0), &mut |fact, years_ago| {
        let found = FactRef { fact, year: year_of(terms, dossier, fact, years_ago) };
        if !is_known(terms, dossier, found) {
            settled = false;
            f(found);
        }
    });
    let expected = result.indicator.expected.map(|fact| FactRef { fact, year: None });
    expected.filter(|fact| settled && !is_known(terms, dossier, *fact)).into_iter().for_each(f);
}

fn is_known(terms: &Terms, dossier: &Dossier, fact: FactRef) -> bool {
    match fact.year {
        Some(year) => dossier.get_year(fact.fact, year).is_some(),
        None => dossier.answer(terms, fact.fact).is_some(),
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
        let Parts { join, inputs, .. } = explained.node.parts();
        // Readings that already disagree are not brought together by any answer.
        let is_hopeless =
            matches!(join, Join::Agreed { .. }) && explained.cause == Some(Cause::AmbiguousText);
        if self.scope == Scope::Open && is_hopeless {
            return;
        }
        inputs.iter().for_each(|input| self.input(input, explained.years_ago, found));
        explained.children().for_each(|child| self.explained(child, found));
    }

    fn input(&self, input: &Input<'_>, years_ago: u8, found: &mut BTreeSet<FactRef>) {
        match input {
            Input::Score => self.score(found),
            Input::SizeClass => self.size(found),
            // Answered 否 it is still open: only a confirmation settles it.
            Input::Confirmation(fact) => {
                found.insert(FactRef { fact: *fact, year: None });
            }
            Input::Quantity(quantity, _) => {
                let answers = self.assessment.answers(years_ago);
                quantity.each_read(&answers, &mut |fact, years_ago| self.found(fact, years_ago, found));
            }
            Input::Answer(_) | Input::Among(..) | Input::Rank(..) | Input::City(_) => {
                input.each_fact(years_ago, &mut |fact, years_ago| self.found(fact, years_ago, found));
            }
        }
    }

    fn size(&self, found: &mut BTreeSet<FactRef>) {
        let size = self.assessment.size();
        match self.scope {
            Scope::Open => size.open_facts().for_each(|fact| self.found(fact, 0, found)),
            Scope::Read => size.facts().for_each(|fact| self.found(fact, 0, found)),
        }
    }

    fn score(&self, found: &mut BTreeSet<FactRef>) {
        let Some(sheet) = self.assessment.sheet() else { return };
        for indicator in sheet.indicators() {
            match self.scope {
                Scope::Open if indicator.points.is_open() => {
                    each_open_fact(self.assessment, indicator, &mut |fact| {
                        found.insert(fact);
                    });
                }
                Scope::Open => {}
                Scope::Read => {
                    let rule = &indicator.indicator.rule;
                    rule.each_read(&self.assessment.answers(0), &mut |fact, years_ago| {
                        self.found(fact, years_ago, found);
                    });
                    let expected = indicator.indicator.expected;
                    expected.into_iter().for_each(|fact| self.found(fact, 0, found));
                }
            }
        }
    }

    fn found(&self, fact: FactIx, years_ago: u8, found: &mut BTreeSet<FactRef>) {
        let fact = self.assessment.place(fact, years_ago);
        if self.scope == Scope::Read || !self.assessment.knows(fact) {
            found.insert(fact);
        }
    }
}

fn year_of(terms: &Terms, dossier: &Dossier, fact: FactIx, years_ago: u8) -> Option<i16> {
    dossier.period_year(terms.term(fact)?.period(), years_ago)
}
