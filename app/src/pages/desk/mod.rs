//! What is loaded when it is opened: results, past tests, rules and everything else that is read.

mod about;
mod archive;
mod around;
mod batch;
mod compare;
mod contribute;
mod embed;
mod file;
mod firms;
mod kept;
mod lost;
mod otherwise;
mod pack;
mod prefill;
mod preparation;
mod present;
mod previous;
mod privacy;
mod record;
mod records;
mod result;
mod revised;
mod rounds;
mod routes;
mod rules;
mod tell;

use crate::{address::Address, store::Store};
use yew::prelude::*;

/// Draws the page of a route, if it is one of these.
pub fn page(store: &Store, address: &Address) -> Option<Html> {
    Some(match address {
        Address::Start | Address::Form(_) => return None,
        Address::File => file::view(store),
        Address::Submitted | Address::Result => result::view(store),
        Address::Records => html! { <records::Records store={store.clone()} /> },
        Address::Record(id) => record::view(store, id),
        Address::Compare(a, b) => compare::view(store, [a, b]),
        Address::Firms => html! { <firms::Firms store={store.clone()} /> },
        Address::Routes(record) => routes::view(store, record.as_deref()),
        Address::Rules => rules::view(store),
        Address::Pack(id) | Address::Rule(id, _) => pack::view(store, id),
        Address::Rounds => rounds::view(store),
        Address::Preparation(id) => preparation::view(store, id.as_deref()),
        Address::Embed => html! { <embed::Embed store={store.clone()} /> },
        Address::Prefill => html! { <prefill::Prefill store={store.clone()} /> },
        Address::Batch => html! { <batch::BatchPage store={store.clone()} /> },
        Address::Privacy => html! { <privacy::Privacy store={store.clone()} /> },
        Address::About => about::view(store),
        Address::Lost => lost::view(store.lang()),
    })
}
