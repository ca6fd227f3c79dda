//! What every field is drawn with.

use crate::{
    action::Action,
    draft::{Reading, key_of, read_text},
    form::{doubted::Doubted, questions::Question},
    rulebook::Rules,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{FactRef, Term};

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
    /// What is to be looked at again in each answer, in the same order.
    #[prop_or_default]
    pub doubts: Vec<Doubted>,
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

    /// What is to be looked at again in a place.
    pub fn doubt(&self, at: usize) -> Doubted {
        self.doubts.get(at).cloned().unwrap_or_default()
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

/// Why an answer cannot be read; told once 提交 was pressed.
pub fn problem(reading: &Reading, props: &FieldProps) -> Option<AttrValue> {
    match reading {
        Reading::Misread(error) if props.checked => Some(error.sentence(props.lang).into()),
        _ => None,
    }
}
