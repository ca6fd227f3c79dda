//! What a printed summary ends with: the day of printing, and who made and checked it.

use crate::{result::words, store::Store};
use yew::prelude::*;

/// Draws it; it is seen on paper only.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <div class="signed paper-only">
            <p>{ words::PRINTED.get(lang) }{ store.model().today.to_string() }</p>
            { for [words::MADE_BY, words::CHECKED_BY].map(|who| html! {
                <p>{ who.get(lang) }<span class="blank" /></p>
            }) }
        </div>
    }
}
