//! What every question has: its words, its official definition and the evidence that proves it.

use crate::{fields::props::FieldProps, fields::words, words::Lang};
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Id of a question's block.
pub fn id_of(term: &Term) -> String {
    format!("question-{}", term.id())
}

/// A question whose fields are several: one for each year or answer.
pub fn group(props: &FieldProps, term: &Term, fields: Html) -> Html {
    html! {
        <fieldset class="question" id={id_of(term)}>
            <legend>{ words(term, props.lang) }</legend>
            { fields }
            { help(term, props.lang) }
        </fieldset>
    }
}

/// A question with one field, of this key.
pub fn single(props: &FieldProps, term: &Term, key: &str, unit: Option<&str>, field: Html) -> Html {
    html! {
        <div class="question" id={id_of(term)}>
            <label for={key.to_owned()}>
                { words(term, props.lang) }
                if let Some(unit) = unit { <span class="unit">{ bracketed(unit, props.lang) }</span> }
            </label>
            { field }
            { help(term, props.lang) }
        </div>
    }
}

/// A unit behind a label.
pub fn bracketed(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（{unit}）"),
        Lang::En => format!(" ({unit})"),
    }
}

fn words(term: &Term, lang: Lang) -> String {
    term.question().get(lang).to_owned()
}

/// The official definition and the evidence that proves it.
pub fn help(term: &Term, lang: Lang) -> Html {
    html! {
        <details class="help">
            <summary>{ words::GUIDANCE.get(lang) }</summary>
            <p><strong>{ term.term().get(lang) }</strong>{ words::COLON.get(lang) }{ term.definition().get(lang) }</p>
            if let Some(evidence) = term.evidence() {
                <p>{ words::EVIDENCE.get(lang) }{ evidence.get(lang) }</p>
            }
        </details>
    }
}
