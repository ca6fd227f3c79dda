//! One proposed answer, compared with the form.

use crate::{
    draft::{NONE, UNSURE, place_of},
    model::Model,
    proposals::words,
    result::missing::name_of,
    words::Lang,
};
use zjtx_evaluator::{FactKind, Term};

/// One proposed answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The answer's key in the draft.
    pub key: String,
    /// Name of the fact 「数据项」, with its year.
    pub name: String,
    /// The proposed text, as it would stand in the form.
    pub proposed: String,
    /// The same for people.
    pub proposed_words: String,
    /// What is there now, for people.
    pub present_words: String,
    /// Where it comes from; empty where all rows come from one place.
    pub origin: String,
    /// What a person has to settle before taking it over.
    pub question: Option<String>,
    is_blank: bool,
}

impl Row {
    /// A proposed text beside the form's; `None` where the form has the same answer, or no such question.
    pub fn of(key: &str, proposed: &str, model: &Model) -> Option<Self> {
        let terms = model.rules.terms();
        let place = place_of(terms, key)?;
        let term = terms.term(place.fact)?;
        let present = model.draft.text(key).trim();
        (present != proposed).then(|| Self {
            key: key.to_owned(),
            name: name_of(&model.rules, place, model.lang),
            proposed: proposed.to_owned(),
            proposed_words: words(proposed, term, model.lang),
            present_words: words(present, term, model.lang),
            origin: String::new(),
            question: None,
            is_blank: present.is_empty(),
        })
    }

    /// The same, with where it comes from and what is to be settled first.
    #[must_use]
    pub fn from(self, origin: String, question: Option<String>) -> Self {
        Self { origin, question, ..self }
    }

    /// Whether it is ticked from the start: it replaces nothing and leaves nothing open.
    pub const fn is_plain(&self) -> bool {
        self.is_blank && self.question.is_none()
    }
}

/// An answer's text for people.
fn words(text: &str, term: &Term, lang: Lang) -> String {
    let choice = |id: &str| {
        let index = term.choice_index(id);
        index
            .and_then(|index| term.choice_name(index))
            .map_or_else(|| id.to_owned(), |name| name.get(lang).to_owned())
    };
    match (text, term.kind()) {
        ("", _) => words::BLANK.get(lang).to_owned(),
        (UNSURE, _) => words::NOT_SURE.get(lang).to_owned(),
        (NONE, FactKind::Set | FactKind::Rank) => words::NONE.get(lang).to_owned(),
        ("true", FactKind::Bool) => words::YES.get(lang).to_owned(),
        ("false", FactKind::Bool) => words::NO.get(lang).to_owned(),
        (text, FactKind::Choice | FactKind::Set) => {
            text.split(',').map(choice).collect::<Vec<_>>().join(words::LIST_COMMA.get(lang))
        }
        (text, FactKind::Rank) => text.to_owned(),
        (text, _) => term.figure(text, lang),
    }
}
