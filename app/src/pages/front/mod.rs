//! What is loaded first: where one chooses and fills in.

mod form;
mod section;
mod start;

use crate::{address::Address, store::Store};
use yew::prelude::*;

/// Draws the page of a route, if it is one of these.
pub fn page(store: &Store, address: &Address) -> Option<Html> {
    match address {
        Address::Start => Some(start::view(store)),
        Address::Form(_) => Some(html! { <form::Form store={store.clone()} /> }),
        _ => None,
    }
}
