//! Free text that names a test; no pack reads it.

use crate::fields::words;
use crate::fields::{
    frame,
    props::{FieldProps, problem},
    typed::Typed,
};
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let (key, text) = props.only();
    let lang = props.lang;
    let field = html! {
        <Typed
            id={key.clone()}
            problem={problem(&props.read(&text), props)}
            autocomplete={term.autofill().unwrap_or("off").to_owned()}
            {text}
            {lang}
            on_text={props.answering(key.clone())}
        />
    };
    frame::single(props, term, &key, Some(words::OPTIONAL.get(lang)), field)
}
