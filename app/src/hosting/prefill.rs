//! What the page around proposes to fill in, beside what is there: nothing is taken over before a person
//! chose it and said so.

use crate::{
    address::Address,
    effects::{self, surroundings},
    hosting::{prefill_rows, surroundings::use_surroundings, words},
    proposals::choice::Choice,
    shell::heading::heading,
    store::Store,
    words::Lang,
};
use std::rc::Rc;
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
    let read = text.as_deref().map(|text| prefill_rows::read(text, store.model()));
    let is_of_lists = matches!(&read, Some(Ok(proposal)) if proposal.is_of_lists);
    let body = match read {
        None => html! { <p>{ words::NOTHING_IS_PROPOSED_NOW.get(lang) }</p> },
        Some(Err(mistakes)) => refused(&mistakes, lang),
        Some(Ok(proposal)) if proposal.rows.is_empty() => {
            html! { <p>{ words::WHAT_IS_PROPOSED_IS.get(lang) }</p> }
        }
        // Another proposal begins with its own choice.
        Some(Ok(proposal)) => {
            html! {
                <>
                    <p>{ words::whose(proposal.is_of_lists).get(lang) }{ proposal.source }{ "”" }</p>
                    <Choice key={text.unwrap_or_default()} store={store.clone()} rows={Rc::new(proposal.rows)}
                        leave={|()| leave()} />
                </>
            }
        }
    };
    html! {
        <div class="page narrow">
            { heading(words::title(is_of_lists).get(lang)) }
            { body }
            <p class="actions">
                <button type="button" class="button quiet" onclick={|_| leave()}>
                    { words::TAKE_NOTHING_BACK_TO.get(lang) }
                </button>
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
