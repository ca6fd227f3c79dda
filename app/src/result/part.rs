//! Where results are loaded, and what keeps them.

use crate::{
    address::Address,
    records::{keeping::KEEPING, record_page},
    result::page,
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
        Address::Submitted | Address::Result => page::view(store),
        Address::Record(id) => record_page::view(store, id),
        _ => Html::default(),
    }
}
