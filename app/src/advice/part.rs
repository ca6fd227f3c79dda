//! Where advice and preparation are loaded, rules, and what the site says of itself.

use crate::{
    about, accessibility,
    address::Address,
    advice::{coming, page},
    draft::Draft,
    preparation, privacy, rounds, rules,
    shell::lost,
    split::{Entry, idle, split},
    store::Store,
};
use yew::prelude::*;

split! {
    advice,
    /// The pages of this part.
    fn load() -> &'static Entry { &ENTRY }
}

split! {
    advice,
    /// What the plan of a result says of the time to come.
    fn outlook() -> fn(&Store, &Draft) -> Html { coming::view }
}

static ENTRY: Entry = Entry { page: draw, tend: idle };

fn draw(store: &Store, address: &Address) -> Html {
    match address {
        Address::Routes(record) => page::view(store, record.as_deref()),
        Address::Preparation(record) => preparation::page::view(store, record.as_deref()),
        Address::Rounds => rounds::page::view(store),
        Address::Rules => rules::page::view(store),
        Address::Pack(id) | Address::Rule(id, _) => rules::pack::view(store, id),
        Address::Privacy => html! { <privacy::Privacy store={store.clone()} /> },
        Address::About => about::view(store),
        Address::Accessibility => accessibility::view(store),
        Address::Lost => lost::view(store.lang()),
        _ => Html::default(),
    }
}
