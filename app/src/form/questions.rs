//! Which questions the form asks: what the chosen packs read, and what was ever answered.

use crate::draft::{Draft, place_of};
use std::collections::{BTreeMap, BTreeSet};
use zjtx_evaluator::{Assessment, FactIx, FactKind, FactRef, Terms};

/// A question, with the years that it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Which fact.
    pub fact: FactIx,
    /// Newest first; empty for a fact without years.
    pub years: Vec<i16>,
}

/// A section of the form that has questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Position in [`Terms::sections`].
    pub index: usize,
    /// In the order of the vocabulary.
    pub questions: Vec<Question>,
}

impl Question {
    /// Its places in a draft: one, or one a year.
    pub fn places(&self) -> Vec<FactRef> {
        let place = |year| FactRef { fact: self.fact, year };
        if self.years.is_empty() {
            vec![place(None)]
        } else {
            self.years.iter().map(|year| place(Some(*year))).collect()
        }
    }
}

/// The sections of the form for a draft that was judged.
pub fn sections(draft: &Draft, assessments: &[Assessment<'_, '_>], terms: &Terms) -> Vec<Section> {
    let mut years: BTreeMap<FactIx, BTreeSet<i16>> = BTreeMap::new();
    let read = assessments.iter().flat_map(Assessment::facts_read);
    let answered = draft.keys().filter_map(|key| place_of(terms, key));
    for place in read.chain(answered).chain(identity(terms)) {
        years.entry(place.fact).or_default().extend(place.year);
    }
    let mut sections: Vec<Section> =
        (0..terms.sections().len()).map(|index| Section { index, questions: Vec::new() }).collect();
    for (fact, years) in years {
        let section = terms.term(fact).and_then(|term| sections.get_mut(term.section()));
        if let Some(section) = section {
            section.questions.push(Question { fact, years: years.into_iter().rev().collect() });
        }
    }
    sections.retain(|section| !section.questions.is_empty());
    sections
}

/// Facts that name a test and place the firm; they are asked whatever the packs read.
fn identity(terms: &Terms) -> impl Iterator<Item = FactRef> {
    let asked = |kind| matches!(kind, FactKind::Text | FactKind::City | FactKind::District);
    terms.facts().filter(move |(_, term)| asked(term.kind())).map(|(fact, _)| FactRef { fact, year: None })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::sections;
    use crate::{
        standing::assess,
        testing::{draft, rules},
    };

    fn asked(answers: &[(&str, &str)]) -> Vec<(String, Vec<i16>)> {
        let rules = rules();
        let draft = draft(&rules, answers);
        let dossier = draft.dossier(rules.terms());
        let assessments = assess(&draft.scope, &rules, &dossier);
        let sections = sections(&draft, &assessments, rules.terms());
        let questions = sections.into_iter().flat_map(|section| section.questions);
        questions.map(|question| (rules.terms().id(question.fact).to_owned(), question.years)).collect()
    }

    #[test]
    fn years_stand_newest_first() {
        let asked = asked(&[]);
        let core = asked.iter().find(|(id, _)| id == "core_business_revenue").expect("it is asked");
        assert_eq!(core.1, [2020, 2019, 2018]);
    }

    #[test]
    fn only_what_the_packs_read_is_asked() {
        let asked = asked(&[]);
        assert!(asked.iter().any(|(id, _)| id == "enterprise_name"));
        assert!(!asked.iter().any(|(id, _)| id == "platform_score"));
    }

    #[test]
    fn an_answered_question_stays() {
        let answers = [("platform_score@2026", "60"), ("digital_level", "")];
        let asked = asked(&answers);
        assert!(asked.iter().any(|(id, years)| id == "platform_score" && years == &[2026]));
        assert!(asked.iter().any(|(id, _)| id == "digital_level"), "an emptied answer stays too");
    }
}
