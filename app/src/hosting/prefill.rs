//! What the page around proposes to fill in, beside what is there: nothing is taken over before a person
//! chose it and said so.

use crate::{
    action::Action,
    address::Address,
    effects::{self, surroundings},
    hosting::{
        prefill_rows::{self, Proposal, Row},
        surroundings::use_surroundings,
        words,
    },
    shell::heading::heading,
    store::Store,
    words::Lang,
};
use std::collections::BTreeSet;
use yew::prelude::*;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct PrefillProps {
    /// The state.
    pub store: Store,
}

/// Draws the page.
#[component]
pub fn Prefill(props: &PrefillProps) -> Html {
    use_surroundings();
    let store = &props.store;
    let lang = store.lang();
    let text = surroundings::proposal();
    let body = match text.as_deref().map(|text| prefill_rows::read(text, store.model())) {
        None => html! { <p>{ words::NOTHING_IS_PROPOSED_NOW.get(lang) }</p> },
        Some(Err(mistakes)) => refused(&mistakes, lang),
        Some(Ok(proposal)) if proposal.rows.is_empty() => {
            html! { <p>{ words::WHAT_IS_PROPOSED_IS.get(lang) }</p> }
        }
        // Another proposal begins with its own choice.
        Some(Ok(proposal)) => {
            html! { <Choice key={text.unwrap_or_default()} store={store.clone()} {proposal} /> }
        }
    };
    html! {
        <div class="page narrow">
            { heading(words::WHAT_THE_PAGE_AROUND.get(lang)) }
            { body }
            <p class="actions">
                <button type="button" class="button quiet" onclick={|_| leave()}>{ words::TAKE_NOTHING_BACK_TO.get(lang) }</button>
            </p>
        </div>
    }
}

fn refused(mistakes: &[String], lang: Lang) -> Html {
    html! {
        <div class="notice wrong" role="alert">
            <p>{ words::WHAT_THE_PAGE_AROUND_PROPOSES.get(lang) }</p>
            <ul>{ for mistakes.iter().take(20).map(|mistake| html! { <li>{ mistake }</li> }) }</ul>
        </div>
    }
}

fn leave() {
    surroundings::forget_proposal();
    effects::address::go(&Address::Form(None));
}

/// Properties of the choice.
#[derive(Clone, PartialEq, Properties)]
struct ChoiceProps {
    store: Store,
    proposal: Proposal,
}

#[component]
fn Choice(props: &ChoiceProps) -> Html {
    let (store, proposal) = (&props.store, &props.proposal);
    let lang = store.lang();
    let chosen = use_state(|| proposal.blanks());
    let onclick = {
        let (sender, rows, chosen) = (store.sender(), proposal.rows.clone(), chosen.clone());
        Callback::from(move |_: MouseEvent| {
            take(&sender, &rows, &chosen);
            leave();
        })
    };
    let count = chosen.len();
    html! {
        <>
            <p>{ words::PLEASE_CHECK_EACH_ONE.get(lang) }</p>
            <p>{ words::WHERE_THE_PAGE_AROUND.get(lang) }{ proposal.source.clone() }{ "”" }</p>
            <fieldset>
                <legend>{ words::PROPOSED_ANSWERS.get(lang) }</legend>
                <div class="answers stacked">{ for proposal.rows.iter().map(|row| line(row, &chosen, lang)) }</div>
            </fieldset>
            <p class="actions">
                <button type="button" class="button" disabled={count == 0} {onclick}>{ words::fill_in_the_chosen(lang, count) }</button>
            </p>
        </>
    }
}

fn take(sender: &Callback<Action>, rows: &[Row], chosen: &BTreeSet<String>) {
    for row in rows.iter().filter(|row| chosen.contains(&row.key)) {
        sender.emit(Action::Answer { key: row.key.clone(), text: row.proposed.clone() });
    }
}

fn line(row: &Row, chosen: &UseStateHandle<BTreeSet<String>>, lang: Lang) -> Html {
    let checked = chosen.contains(&row.key);
    let (key, chosen) = (row.key.clone(), chosen.clone());
    let onchange = Callback::from(move |_: Event| {
        let mut next = (*chosen).clone();
        if !next.remove(&key) {
            next.insert(key.clone());
        }
        chosen.set(next);
    });
    html! {
        <label class="answer">
            <input type="checkbox" {checked} {onchange} />
            <span>
                { &row.name }{ words::COLON.get(lang) }<b>{ &row.proposed_words }</b>
                <small>{ words::NOW.get(lang) }{ &row.present_words }</small>
            </span>
        </label>
    }
}
