//! What changed from the version of a pack before, as `zjtx doc` and `criteria.html` write it.

use crate::{address::Address, rules::words, store::Store};
use yew::prelude::*;
use zjtx_evaluator::{
    Lang, Pack,
    diff::{Change, diff},
    handbook::previous,
};

/// Draws the section.
pub fn view(store: &Store, pack: &Pack) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    html! {
        <section class="card" aria-labelledby="previous">
            <h2 id="previous">{ words::DIFFERENCES_FROM_THE_VERSION.get(lang) }</h2>
            {
                match previous(rules, pack) {
                    None => html! { <p>{ words::THERE_IS_NO_EARLIER.get(lang) }</p> },
                    Some(before) => differences(before, pack, lang),
                }
            }
        </section>
    }
}

fn differences(before: &Pack, pack: &Pack, lang: Lang) -> Html {
    let changes = diff(before, pack, lang);
    html! {
        <>
            <p>
                { words::VERSION_BEFORE.get(lang) }
                <a href={Address::Pack(before.id().to_owned()).href()}>{ before.title().get(lang) }</a>
            </p>
            if changes.is_empty() { <p>{ words::NO_DIFFERENCES.get(lang) }</p> }
            <ul class="changes">{ for changes.iter().map(|change| item(change, lang)) }</ul>
        </>
    }
}

fn item(change: &Change, lang: Lang) -> Html {
    html! {
        <li>
            { change.text(lang) }
            <ul>{ for change.differences.iter().map(|difference| html! { <li>{ difference.text(lang) }</li> }) }</ul>
        </li>
    }
}
