//! A city from the table.

use crate::fields::{frame, props::FieldProps};
use web_sys::HtmlSelectElement;
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let cities = props.rules.terms().areas().cities.iter();
    let options = cities.map(|city| (city.code.as_str(), city.name.get(props.lang)));
    select(props, term, options)
}

/// A list of codes with names to pick from.
pub fn select<'a>(
    props: &FieldProps,
    term: &Term,
    options: impl Iterator<Item = (&'a str, &'a str)>,
) -> Html {
    let (key, text) = props.only();
    let answering = props.answering(key.clone());
    let onchange = Callback::from(move |event: Event| {
        answering.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    let list = html! {
        <select id={key.clone()} class="field" {onchange}>
            <option value="" selected={text.is_empty()}>{ props.lang.pick("请选择", "Please choose") }</option>
            { for options.map(|(code, name)| html! {
                <option value={code.to_owned()} selected={text.as_str() == code}>{ name }</option>
            }) }
        </select>
    };
    frame::single(props, term, &key, None, list)
}
