//! The questions of the form: one file for each kind of answer.

mod choice;
mod city;
mod district;
mod frame;
mod industry;
mod number;
mod radios;
mod rank;
mod set;
mod text;
mod typed;
mod yes_no;

pub use frame::bracketed;
pub use typed::Typed;

use crate::{
    action::Action,
    draft::{Reading, key_of, read_text},
    questions::Question,
    rules::Rules,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{FactKind, FactRef, Term};

/// A question with its answers; the same properties draw the same field.
#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// The rulebook.
    pub rules: Rules,
    /// What is asked.
    pub question: Question,
    /// Typed texts in the order of the question's places.
    pub texts: Vec<AttrValue>,
    /// What follows from each answer, in the same order; empty where nothing does.
    #[prop_or_default]
    pub derived: Vec<AttrValue>,
    /// The year before the day of the test 「上年度」.
    pub last_year: i16,
    /// The chosen city, for its districts; empty in other fields.
    #[prop_or_default]
    pub city: AttrValue,
    /// Whether 提交 was pressed, so that what cannot be read is told.
    pub checked: bool,
    /// The reader's language.
    pub lang: Lang,
    /// Where answers go.
    pub send: Callback<Action>,
}

impl FieldProps {
    /// The term that is asked.
    pub fn term(&self) -> Option<&Term> {
        self.rules.terms().term(self.question.fact)
    }

    /// Places with their keys and texts.
    pub fn answers(&self) -> Vec<(FactRef, String, AttrValue)> {
        let places = self.question.places().into_iter().zip(&self.texts);
        places.map(|(place, text)| (place, key_of(self.rules.terms(), place), text.clone())).collect()
    }

    /// What follows from the answer in a place; empty where nothing does.
    pub fn derived(&self, at: usize) -> AttrValue {
        self.derived.get(at).cloned().unwrap_or_default()
    }

    /// The one answer of a fact without years.
    pub fn only(&self) -> (String, AttrValue) {
        self.answers().into_iter().next().map(|(_, key, text)| (key, text)).unwrap_or_default()
    }

    /// What a text comes to.
    pub fn read(&self, text: &str) -> Reading {
        self.term().map_or(Reading::Blank, |term| read_text(text, term, self.rules.terms()))
    }

    /// A callback that hands on texts for a key.
    pub fn answering(&self, key: String) -> Callback<String> {
        let send = self.send.clone();
        Callback::from(move |text| send.emit(Action::Answer { key: key.clone(), text }))
    }
}

/// Draws the field of the question's kind.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let Some(term) = props.term() else { return Html::default() };
    match term.kind() {
        FactKind::Bool => yes_no::view(props, term),
        FactKind::Choice => choice::view(props, term),
        FactKind::Set => set::view(props, term),
        FactKind::Rank => rank::view(props, term),
        FactKind::City => city::view(props, term),
        FactKind::District => district::view(props, term),
        FactKind::Industry => industry::view(props, term),
        FactKind::Text => text::view(props, term),
        FactKind::Count | FactKind::Money | FactKind::Years | FactKind::Percent | FactKind::Points => {
            number::view(props, term)
        }
    }
}

/// Why an answer cannot be read; told once 提交 was pressed.
fn problem(reading: &Reading, props: &FieldProps) -> Option<AttrValue> {
    match reading {
        Reading::Misread(error) if props.checked => Some(error.sentence(props.lang).into()),
        _ => None,
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
