//! The dossier file: out, to be kept or handed on, and in again.

use crate::{
    address::Address,
    dossier::{open_button::open_button, words},
    result::tools,
    shell::{heading::heading, titles},
    store::Store,
};
use yew::prelude::*;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <div class="page narrow">
            { heading(words::DOSSIER_FILE.get(lang)) }
            <p>{ words::THE_DOSSIER_FILE_HOLDS.get(lang) }</p>
            <p class="actions">
                { tools::export_button(store) }
                { open_button(store) }
                <a class="button quiet" href={Address::Statement.href()}>{ titles::name(&Address::Statement, lang) }</a>
                <a class="button" href={Address::Form(None).href()}>{ words::BACK_TO_THE_FORM.get(lang) }</a>
            </p>
        </div>
    }
}
