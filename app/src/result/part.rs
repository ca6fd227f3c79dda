//! Where results and past tests are loaded, and what keeps them.

use crate::{
    address::Address,
    dossier, firms,
    records::{compare_page, keeping::KEEPING, page::Records, record_page},
    result::{page, review},
    split::{Entry, Keeping, idle, split},
    store::Store,
};
use yew::prelude::*;

split! {
    result,
    /// The pages of this part.
    fn load() -> &'static Entry { &ENTRY }
}

split! {
    result,
    /// What looks after past tests.
    fn keeping() -> &'static Keeping { &KEEPING }
}

static ENTRY: Entry = Entry { page: draw, tend: idle };

fn draw(store: &Store, address: &Address) -> Html {
    match address {
        Address::Review => review::view(store),
        Address::Submitted | Address::Result => page::view(store),
        Address::Record(id) => record_page::view(store, id),
        Address::Records => html! { <Records store={store.clone()} /> },
        Address::Compare(a, b) => compare_page::view(store, [a, b]),
        Address::Firms => html! { <firms::page::Firms store={store.clone()} /> },
        Address::File => dossier::page::view(store),
        _ => Html::default(),
    }
}
