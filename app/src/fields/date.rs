//! A day of the calendar.

use crate::fields::{
    frame,
    props::{FieldProps, problem},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let (key, text) = props.only();
    let answering = props.answering(key.clone());
    let onchange = Callback::from(move |event: Event| {
        answering.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let wrong = problem(&props.read(&text), props);
    let field = html! {
        <>
            <input id={key.clone()} class="field" type="date" value={text} {onchange} />
            { for wrong.into_iter().map(|problem| html! { <p class="problem">{ problem }</p> }) }
        </>
    };
    frame::single(props, term, &key, None, field)
}
