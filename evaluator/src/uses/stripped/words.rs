//! Rules without the texts that only people read, for programs that hand out ids and figures.

use crate::{
    base::{citation::Cite, text::Text},
    language::{
        packs::{Body, Criterion, Pack},
        rulebook::Rulebook,
        scores::ScoreSheet,
        terms::Terms,
    },
};
use std::sync::Arc;

impl Rulebook {
    /// The same rules without documents, citations, notes, questions, definitions and English names: every
    /// outcome and all advice stay as they are, explanations lose their words.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        self.sources.clear();
        let mut terms = Terms::clone(&self.terms);
        terms.clear_words();
        self.terms = Arc::new(terms);
        for pack in &mut self.packs {
            pack.terms = Arc::clone(&self.terms);
            pack.clear_words();
        }
        self
    }
}

/// Empties a text.
pub(crate) fn clear(text: &mut Text) {
    text.zh.clear();
    text.en.clear();
}

impl Pack {
    fn clear_words(&mut self) {
        self.sources.clear();
        self.note = None;
        self.title.en.clear();
        let chapters = &mut self.chapters;
        let lists = [
            &mut chapters.prerequisites,
            &mut chapters.vetoes,
            &mut chapters.gates,
            &mut chapters.declarations,
        ];
        lists.into_iter().flatten().chain(&mut chapters.routes).for_each(Criterion::clear_words);
        if let Some(sheet) = &mut self.sheet {
            sheet.clear_words();
        }
    }
}

impl Criterion {
    fn clear_words(&mut self) {
        clear(&mut self.title);
        clear_cite(&mut self.cite);
        self.note = None;
        if let Body::AllOf(criteria) | Body::AnyOf(criteria) = &mut self.body {
            criteria.iter_mut().for_each(Self::clear_words);
        }
    }
}

impl ScoreSheet {
    fn clear_words(&mut self) {
        for group in &mut self.groups {
            group.title.en.clear();
            for indicator in &mut group.indicators {
                clear(&mut indicator.title);
                indicator.note = None;
                indicator.cite.as_mut().map(clear_cite).unwrap_or_default();
            }
        }
    }
}

fn clear_cite(cite: &mut Cite) {
    [&mut cite.source, &mut cite.clause, &mut cite.text].into_iter().for_each(String::clear);
}

#[cfg(test)]
mod tests {
    use crate::{ApplicationKind, Date, Dossier, Rulebook, evaluate, uses::advice::advise};

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
            assert_eq!(advise(same, &dossier).outcome(), advise(pack, &dossier).outcome());
            assert_eq!(same.title().zh, pack.title().zh);
        }
    }
}
