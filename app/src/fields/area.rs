//! Lists of areas to pick from, and which cities are in the form's own.

use crate::fields::words;
use crate::fields::{frame, props::FieldProps};
use web_sys::HtmlSelectElement;
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Whether the list has a city.
pub fn is_listed(props: &FieldProps, code: &str) -> bool {
    listed(props).any(|(listed, _)| listed == code)
}

/// The cities of the rules' table where the site's area lies among them; else those of the site.
pub fn listed(props: &FieldProps) -> impl Iterator<Item = (&str, &str)> {
    let (rules, lang) = (&props.rules, props.lang);
    let (ruled, own) = (&rules.terms().areas().cities, rules.site().cities());
    let is_near = own.is_empty() || ruled.iter().any(|city| city.code == own[0].code);
    let ruled =
        ruled.iter().filter(move |_| is_near).map(move |city| (city.code.as_str(), city.name.get(lang)));
    let own = own.iter().filter(move |_| !is_near).map(move |area| (area.code.as_str(), area.name(lang)));
    ruled.chain(own)
}

/// A list of codes with names to pick from, and what stands beneath it.
pub fn select<'a>(
    props: &FieldProps,
    term: &Term,
    options: impl Iterator<Item = (&'a str, &'a str)>,
    beneath: Html,
) -> Html {
    let (key, text) = props.only();
    let answering = props.answering(key.clone());
    let onchange = Callback::from(move |event: Event| {
        answering.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    let mut is_unlisted = !text.is_empty();
    let option = |code: &str, name: &str| {
        html! { <option value={code.to_owned()} selected={text.as_str() == code}>{ name }</option> }
    };
    let options: Vec<Html> = options
        .map(|(code, name)| {
            is_unlisted &= code != text.as_str();
            option(code, name)
        })
        .collect();
    let list = html! {
        <>
            <select id={key.clone()} class="field" {onchange}>
                { option("", words::PLEASE_CHOOSE.get(props.lang)) }
                { for options }
                if is_unlisted { { option(&text, &text) } }
            </select>
            { beneath }
        </>
    };
    frame::single(props, term, &key, None, list)
}
