//! Where lists of firms are loaded, and the site in other sites' pages.

use crate::{
    address::Address,
    hosting::{page::Embed, prefill::Prefill},
    lists::{page, session},
    split::{Entry, split},
    statement,
    store::Store,
};
use yew::prelude::*;

split! {
    lists,
    /// The pages of this part.
    fn load() -> &'static Entry { &ENTRY }
}

static ENTRY: Entry = Entry { page: draw, tend: session::tend };

fn draw(store: &Store, address: &Address) -> Html {
    match address {
        Address::Batch => page::view(store),
        Address::Statement => statement::page::view(store),
        Address::Embed => html! { <Embed store={store.clone()} /> },
        Address::Prefill => html! { <Prefill store={store.clone()} /> },
        _ => Html::default(),
    }
}
