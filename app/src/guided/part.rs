//! Where the guided form is loaded.

use crate::{
    address::Address,
    guided::page,
    split::{Entry, idle, split},
    store::Store,
};
use yew::prelude::*;

split! {
    guided,
    /// The page of this part.
    fn load() -> &'static Entry { &ENTRY }
}

static ENTRY: Entry = Entry { page: draw, tend: idle };

fn draw(store: &Store, address: &Address) -> Html {
    match address {
        Address::Guided(key) => page::view(store, key.as_deref()),
        _ => Html::default(),
    }
}
