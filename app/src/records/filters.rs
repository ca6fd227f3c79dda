//! What past tests are found by: name, days, level, verdict.

use crate::{
    records::{record::truth_of, row::Filter, words},
    store::Store,
    words::{Lang, verdict},
};
use web_sys::{HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::prelude::*;
use zjtx_evaluator::Truth;

/// What a field changes of the filter.
type Change = fn(&mut Filter, String);

/// The filter, and which test is listed first.
type States<'s> = (&'s UseStateHandle<Filter>, &'s UseStateHandle<usize>);

/// Draws the fields.
pub fn view(store: &Store, filter: &UseStateHandle<Filter>, first: &UseStateHandle<usize>) -> Html {
    let (lang, states) = (store.lang(), (filter, first));
    let verdicts = [Truth::Met, Truth::Unmet, Truth::Undetermined];
    let verdicts = verdicts.map(|truth| (truth.id().to_owned(), verdict(truth, lang).to_owned()));
    let verdict = filter.verdict.map_or("", Truth::id);
    html! {
        <form class="filters card" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            { input(states, "name", "search", words::ENTERPRISE.get(lang), &filter.name, |filter, name| {
                filter.name = name;
            }) }
            { input(states, "from", "date", words::TESTED_FROM.get(lang), &filter.from, |filter, day| {
                filter.from = day;
            }) }
            { input(states, "to", "date", words::TO.get(lang), &filter.to, |filter, day| filter.to = day) }
            { select(states, "level", words::LEVEL.get(lang), &filter.level, levels(store), lang, |filter, level| {
                filter.level = level;
            }) }
            { select(states, "verdict", words::VERDICT.get(lang), verdict, verdicts.into(), lang, |filter, verdict| {
                filter.verdict = Some(verdict).filter(|id| !id.is_empty()).map(|id| truth_of(&id));
            }) }
        </form>
    }
}

/// All levels that there are rules for.
fn levels(store: &Store) -> Vec<(String, String)> {
    let schemes = store.model().rules.catalog().schemes.iter();
    schemes.map(|scheme| (scheme.id.clone(), scheme.title.get(store.lang()).to_owned())).collect()
}

fn input(
    states: States<'_>,
    id: &str,
    kind: &'static str,
    label: &'static str,
    value: &str,
    change: Change,
) -> Html {
    let (value, id) = (value.to_owned(), format!("filter-{id}"));
    let changing = changing(states, change);
    let oninput = Callback::from(move |event: InputEvent| {
        changing.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    html! { <p><label for={id.clone()}>{ label }</label><input {id} class="field" type={kind} {value} {oninput} /></p> }
}

fn select(
    states: States<'_>,
    id: &str,
    label: &'static str,
    value: &str,
    options: Vec<(String, String)>,
    lang: Lang,
    change: Change,
) -> Html {
    let id = format!("filter-{id}");
    let changing = changing(states, change);
    let onchange = Callback::from(move |event: Event| {
        changing.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    html! {
        <p><label for={id.clone()}>{ label }</label>
            <select {id} class="field" {onchange}>
                <option value="" selected={value.is_empty()}>{ words::ALL.get(lang) }</option>
                { for options.into_iter().map(|(id, name)| html! {
                    <option value={id.clone()} selected={id == value}>{ name }</option>
                }) }
            </select></p>
    }
}

/// Changes the filter, and lists from the first again.
fn changing((filter, first): States<'_>, change: Change) -> Callback<String> {
    let (filter, first) = (filter.clone(), first.setter());
    Callback::from(move |text| {
        let mut next = (*filter).clone();
        change(&mut next, text);
        filter.set(next);
        first.set(0);
    })
}
