//! Rulebooks without the texts that a program does not show.
//!
//! Every field of what is stripped is named, so that a new one does not compile before somebody decides whether it
//! is shipped.

use crate::language::{
    packs::{Body, Chapters, Criterion, Pack},
    rulebook::{Rulebook, Source},
    scores::{Group, Indicator},
    terms::Terms,
};
use std::sync::Arc;

impl Rulebook {
    /// For a page that counts conditions and does not show them: without titles, citations and notes of conditions,
    /// groups and indicators, and with no more of a document than its number. Every verdict stays what it is, and
    /// so does what a form asks.
    #[must_use]
    pub fn without_explanations(mut self) -> Self {
        self.sources.iter_mut().for_each(strip_source);
        for pack in &mut self.packs {
            strip_pack(pack);
            groups(pack).for_each(|group| group.title.clear());
        }
        self
    }

    /// For a program that hands out ids and figures: without documents, citations, notes, questions, definitions
    /// and English names. Every outcome and all advice stay what they are; explanations lose their words.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        self.sources.clear();
        let mut terms = Terms::clone(&self.terms);
        terms.clear_words();
        self.terms = Arc::new(terms);
        self.catalog.clear_words();
        for pack in &mut self.packs {
            pack.terms = Arc::clone(&self.terms);
            pack.sources.clear();
            pack.title.en.clear();
            strip_pack(pack);
            groups(pack).for_each(|group| group.title.en.clear());
        }
        self
    }
}

fn strip_source(source: &mut Source) {
    let Source {
        id: _,
        title,
        number: _,
        issuer,
        published: _,
        in_force: _,
        link,
        checked_on: _,
        confidence: _,
        note,
    } = source;
    title.clear();
    issuer.clear();
    (*link, *note) = (None, None);
}

/// Empties what only explains; names of the pack and of groups are left.
fn strip_pack(pack: &mut Pack) {
    pack.note = None;
    let Chapters { prerequisites, vetoes, gates, routes, declarations } = &mut pack.chapters;
    let lists = [prerequisites, vetoes, gates, declarations];
    lists.into_iter().flatten().chain(routes).for_each(strip_criterion);
    groups(pack).flat_map(|group| &mut group.indicators).for_each(strip_indicator);
}

fn strip_criterion(criterion: &mut Criterion) {
    let Criterion {
        id: _,
        title,
        cite,
        confidence: _,
        note,
        applies_to: _,
        in_force: _,
        self_declared: _,
        role: _,
        body,
    } = criterion;
    title.clear();
    cite.clear();
    *note = None;
    if let Body::AllOf(children) | Body::AnyOf(children) = body {
        children.iter_mut().for_each(strip_criterion);
    }
}

fn strip_indicator(indicator: &mut Indicator) {
    let Indicator { id: _, title, cite, confidence: _, note, full: _, bonus: _, expected: _, rule: _ } =
        indicator;
    title.clear();
    (*cite, *note) = (None, None);
}

fn groups(pack: &mut Pack) -> impl Iterator<Item = &mut Group> {
    pack.sheet.iter_mut().flat_map(|sheet| &mut sheet.groups)
}

#[cfg(test)]
mod tests {
    use crate::{ApplicationKind, Date, Dossier, Guide, Rulebook, advice::advise, evaluate};
    use std::{collections::BTreeSet, slice::from_ref};

    #[test]
    fn nothing_that_judges_or_asks_is_left_out() {
        let whole = Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check");
        let bare = whole.clone().without_explanations();
        let day = Date::parse("2026-05-01").expect("a day");
        let empty = Dossier::new(whole.terms(), day, ApplicationKind::First);
        let mut shorter = 0;
        for (whole, bare) in whole.packs().iter().zip(bare.packs()) {
            let (expected, found) = (evaluate(whole, &empty), evaluate(bare, &empty));
            let facts = |assessment: &crate::Assessment<'_, '_>| assessment.facts_read();
            assert_eq!(facts(&found), facts(&expected), "{}", whole.id());
            assert_eq!(found.missing(), expected.missing(), "{}", whole.id());
            let [asked, as_asked] = [&found, &expected]
                .map(|assessment| Guide::of(from_ref(assessment), &BTreeSet::new()).order());
            assert_eq!(asked, as_asked, "{}", whole.id());
            assert_eq!(found.outcome().criteria, expected.outcome().criteria, "{}", whole.id());
            shorter += usize::from(format!("{bare:?}").len() < format!("{whole:?}").len());
        }
        assert_eq!(shorter, whole.packs().len());
        let numbers =
            |rules: &Rulebook| rules.sources().map(|source| source.number.clone()).collect::<Vec<_>>();
        assert_eq!(numbers(&bare), numbers(&whole));
    }

    #[test]
    fn outcomes_and_advice_need_no_words() {
        let whole = Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check");
        let bare = whole.clone().without_words();
        let read = Rulebook::from_compact(&bare.to_compact(|_| true)).expect("its own bytes");
        assert!(read.to_compact(|_| true).len() * 3 < whole.to_compact(|_| true).len());
        let day = Date::parse("2026-05-01").expect("a day");
        let dossier = Dossier::new(whole.terms(), day, ApplicationKind::First);
        for pack in whole.packs() {
            let same = read.pack(pack.id()).expect("the same packs");
            assert_eq!(evaluate(same, &dossier).outcome(), evaluate(pack, &dossier).outcome());
            let (bare, full) = (advise(&read, same, &dossier), advise(&whole, pack, &dossier));
            assert_eq!(bare.outcome(), full.outcome());
            assert_eq!(same.title().zh, pack.title().zh);
        }
    }
}
