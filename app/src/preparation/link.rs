//! The way to the preparation list.

use crate::{address::Address, preparation::words, store::Store};
use yew::prelude::*;

/// The way to the list of the form, or of a past test.
pub fn link(store: &Store, record: Option<&str>) -> Html {
    let href = Address::Preparation(record.map(str::to_owned)).href();
    html! { <a class="button quiet" {href}>{ words::PREPARATION_LIST.get(store.lang()) }</a> }
}
