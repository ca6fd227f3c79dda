//! A page of a past test while it is read, and where there is none to show.

use crate::{
    address::Address,
    firms::switch_button::switch_button,
    records::{record::Record, row::Row, state::History, words},
    shell::{heading::heading, lost},
    store::Store,
};
use yew::prelude::*;

/// Draws a page of a past test once it is read; says so where it is another firm's, or there is none.
pub fn read(store: &Store, id: &str, page: impl FnOnce(&Record) -> Html) -> Html {
    let model = store.model();
    let history = History::of(model);
    match (history.row(id), history.records.get(id)) {
        (Some(row), _) if row.firm != model.firm.slot => of_another_firm(store, row),
        (_, Some(record)) => page(record),
        (Some(_), None) => reading(store),
        (None, None) => absent(store),
    }
}

/// Stands in for a past test that is not listed, or not yet.
pub fn absent(store: &Store) -> Html {
    if History::of(store.model()).is_opening() { reading(store) } else { lost::view(store.lang()) }
}

/// Stands in for a past test that is on its way.
pub fn reading(store: &Store) -> Html {
    let text = words::READING.get(store.lang());
    html! { <div class="page">{ heading(text) }</div> }
}

/// Nothing of another firm is shown before one switches to it.
pub fn of_another_firm(store: &Store, row: &Row) -> Html {
    let (history, lang) = (History::of(store.model()), store.lang());
    let firm = history.firm(&row.firm).map(|firm| history.name(firm)).unwrap_or_default();
    let switch = words::switch_to_and_open(lang, &firm);
    html! {
        <div class="page narrow">
            { heading(words::THIS_PAST_TEST_IS.get(lang)) }
            <p>{ words::it_belongs_to_the(lang, &firm) }</p>
            <p class="actions">
                { switch_button(store, &row.firm, switch) }
                <a class="button quiet" href={Address::Records.href()}>{ words::BACK_TO_THE_PRESENT.get(lang) }</a>
            </p>
        </div>
    }
}
