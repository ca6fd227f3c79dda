//! One of several answers, as buttons.

use crate::{draft::UNSURE, fields::props::FieldProps, fields::words};
use yew::prelude::*;

/// Draws the answers, ids with names, and 不清楚 after them.
pub fn view<'a>(props: &FieldProps, answers: impl IntoIterator<Item = (&'a str, &'a str)>) -> Html {
    let (key, text) = props.only();
    let unsure = (UNSURE, words::NOT_SURE.get(props.lang));
    let answers = answers.into_iter().chain([unsure]).enumerate();
    html! {
        <div class="answers">
            { for answers.map(|(index, (id, name))| radio(props, &key, index, id, name, text.as_str() == id)) }
        </div>
    }
}

fn radio(props: &FieldProps, key: &str, index: usize, id: &str, name: &str, checked: bool) -> Html {
    let answering = props.answering(key.to_owned());
    let answer = id.to_owned();
    let onchange = Callback::from(move |_: Event| answering.emit(answer.clone()));
    // The first of them answers to the question's own id.
    let element = if index == 0 { key.to_owned() } else { format!("{key}-{index}") };
    html! {
        <label class="answer">
            <input type="radio" id={element} name={key.to_owned()} value={id.to_owned()} {checked} {onchange} />
            <span>{ name }</span>
        </label>
    }
}
