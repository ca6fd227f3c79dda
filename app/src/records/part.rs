//! Where answers to be checked, past tests, firms and files are loaded: none of them is needed to open a result.

use crate::{
    address::Address,
    dossier, firms,
    records::{compare_page, page::Records},
    result::review,
    split::{Entry, idle, split},
    store::Store,
};
use yew::prelude::*;

split! {
    records,
    /// The pages of this part.
    fn load() -> &'static Entry { &ENTRY }
}

static ENTRY: Entry = Entry { page: draw, tend: idle };

fn draw(store: &Store, address: &Address) -> Html {
    match address {
        Address::Review => review::view(store),
        Address::Records => html! { <Records store={store.clone()} /> },
        Address::Compare(a, b) => compare_page::view(store, [a, b]),
        Address::Firms => html! { <firms::page::Firms store={store.clone()} /> },
        Address::File => dossier::page::view(store),
        _ => Html::default(),
    }
}
