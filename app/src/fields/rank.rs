//! A place in an order, or 无.

use crate::{
    draft::{NONE, UNSURE},
    fields::{
        frame,
        props::{FieldProps, problem},
        typed::Typed,
        words,
    },
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let (key, text) = props.only();
    let lang = props.lang;
    let place = if matches!(text.as_str(), NONE | UNSURE) { AttrValue::default() } else { text.clone() };
    let reading = props.read(&place);
    let answers = html! {
        <div class="answers">
            <div class="year">
                <label for={key.clone()}>{ words::PLACE.get(lang) }<span class="unit">{ unit(lang) }</span></label>
                <Typed
                    id={key.clone()}
                    text={place}
                    keyboard="numeric"
                    problem={problem(&reading, props)}
                    {lang}
                    on_text={props.answering(key.clone())}
                />
            </div>
            { whole(props, &key, &text, NONE, words::NO_PLACE.get(lang)) }
            { whole(props, &key, &text, UNSURE, words::NOT_SURE.get(lang)) }
        </div>
    };
    frame::group(props, term, answers)
}

const fn unit(lang: Lang) -> &'static str {
    words::FROM_FIRST.get(lang)
}

/// An answer in place of a number.
fn whole(props: &FieldProps, key: &str, text: &str, answer: &'static str, name: &'static str) -> Html {
    let checked = text == answer;
    let answering = props.answering(key.to_owned());
    let toggled = if checked { "" } else { answer };
    let onchange = Callback::from(move |_: Event| answering.emit(toggled.to_owned()));
    html! {
        <label class="answer">
            <input type="checkbox" {checked} {onchange} />
            <span>{ name }</span>
        </label>
    }
}
