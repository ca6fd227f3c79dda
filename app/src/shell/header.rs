//! The bar on top: name, pages, language.

use crate::{
    action::Action, address::Address, effects, shell::titles, shell::words, store::Store, words::Lang,
};
use yew::prelude::*;

/// Draws the bar.
pub fn view(store: &Store, address: &Address) -> Html {
    let lang = store.lang();
    html! {
        <header class="bar">
            <button type="button" class="skip" onclick={|_| effects::focus::on("title")}>
                { words::SKIP.get(lang) }
            </button>
            <div class="bar-inner">
                <a class="brand" href="#/">
                    { store.model().rules.site().name(lang) }
                    <small>{ words::COMPUTED_HERE.get(lang) }</small>
                </a>
                { firm(store) }
                <nav aria-label={words::MAIN_NAVIGATION.get(lang)}>
                    { for PAGES.iter().map(|to| entry(to, address, lang)) }
                </nav>
                { language(store) }
            </div>
        </header>
    }
}

static PAGES: [Address; 5] =
    [Address::Start, Address::Form(None), Address::Result, Address::Records, Address::Rules];

/// The way to a page, marked where it is the present one.
pub fn entry(to: &Address, address: &Address, lang: Lang) -> Html {
    let here = match address {
        Address::Section(_) | Address::All | Address::Guided(_) | Address::Review => {
            *to == Address::Form(None)
        }
        Address::Record(_) | Address::Compare(..) => *to == Address::Records,
        Address::Pack(_) | Address::Rule(..) => *to == Address::Rules,
        Address::Preparation(_) => *to == Address::Preparation(None),
        address => to == address,
    };
    html! { <a href={to.href()} aria-current={here.then_some("page")}>{ titles::name(to, lang) }</a> }
}

/// Whose form it is, where there are several firms.
fn firm(store: &Store) -> Html {
    let name = &store.model().firm.name;
    if name.is_empty() {
        return Html::default();
    }
    html! { <a class="firm" href={Address::Firms.href()}>{ name.clone() }</a> }
}

fn language(store: &Store) -> Html {
    let (other, name, id) = match store.lang() {
        Lang::Zh => (Lang::En, words::ENGLISH, "en"),
        Lang::En => (Lang::Zh, words::CHINESE, "zh-CN"),
    };
    html! {
        <button type="button" class="language" lang={id} onclick={store.on(Action::Speak(other))}>{ name }</button>
    }
}
