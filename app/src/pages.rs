//! Which page an address shows, and which part of the app draws it.

#[cfg(feature = "desk")]
use crate::{
    about, advice, dossier_file, firms, hosting, lists, preparation, privacy, records, result, rounds, rules,
    shell::lost,
};
use crate::{address::Address, store::Store};
#[cfg(feature = "form")]
use crate::{form, start};
use yew::prelude::*;

/// Whether this part of the app draws the page of an address.
pub const fn draws(address: &Address) -> bool {
    match address {
        Address::Start | Address::Form(_) => cfg!(feature = "form"),
        _ => cfg!(feature = "desk"),
    }
}

/// Draws the page of an address, if it is one of this part of the app.
pub fn page(store: &Store, address: &Address) -> Option<Html> {
    match address {
        #[cfg(feature = "form")]
        Address::Start => Some(start::view(store)),
        #[cfg(feature = "form")]
        Address::Form(_) => Some(html! { <form::page::Form store={store.clone()} /> }),
        #[cfg(not(feature = "form"))]
        Address::Start | Address::Form(_) => None,
        #[cfg(feature = "desk")]
        address => Some(read(store, address)),
        #[cfg(not(feature = "desk"))]
        _ => None,
    }
}

#[cfg(feature = "desk")]
fn read(store: &Store, address: &Address) -> Html {
    match address {
        Address::File => dossier_file::view(store),
        Address::Submitted | Address::Result => result::page::view(store),
        Address::Records => html! { <records::page::Records store={store.clone()} /> },
        Address::Record(id) => records::record_page::view(store, id),
        Address::Compare(a, b) => records::compare_page::view(store, [a, b]),
        Address::Firms => html! { <firms::page::Firms store={store.clone()} /> },
        Address::Routes(record) => advice::page::view(store, record.as_deref()),
        Address::Rules => rules::page::view(store),
        Address::Pack(id) | Address::Rule(id, _) => rules::pack::view(store, id),
        Address::Rounds => rounds::page::view(store),
        Address::Preparation(id) => preparation::page::view(store, id.as_deref()),
        Address::Embed => html! { <hosting::page::Embed store={store.clone()} /> },
        Address::Prefill => html! { <hosting::prefill::Prefill store={store.clone()} /> },
        Address::Batch => html! { <lists::page::BatchPage store={store.clone()} /> },
        Address::Privacy => html! { <privacy::Privacy store={store.clone()} /> },
        Address::About => about::view(store),
        Address::Start | Address::Form(_) | Address::Lost => lost::view(store.lang()),
    }
}
