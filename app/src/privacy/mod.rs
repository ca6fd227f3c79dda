//! What leaves this page, which is at most a count that was agreed to, and how to clear what is kept.

mod words;

use crate::{
    action::{Action, Change},
    address::Address,
    effects::{self, network},
    firms::current::Current,
    model::{Model, Storage},
    records::{state::History, write::Write},
    rooms::Rooms,
    shell::{heading::heading, titles},
    store::Store,
    words::Lang,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct PrivacyProps {
    /// The state.
    pub store: Store,
}

/// Draws the page.
#[component]
pub fn Privacy(props: &PrivacyProps) -> Html {
    let store = &props.store;
    let lang = store.lang();
    let asked = use_state(|| false);
    let ask = asked.setter();
    html! {
        <div class="page narrow">
            { heading(titles::name(&Address::Privacy, lang)) }
            { leaving(lang) }
            <h2>{ words::WHERE_KEPT.get(lang) }</h2>
            { kept_where(store) }
            <p>{ words::SITE_IS_KEPT.get(lang) }</p>
            <h2>{ words::CLEAR_THIS_DEVICE.get(lang) }</h2>
            <p>
                { words::DELETES_ALL.get(lang) }
                <a href={Address::Records.href()}>{ titles::name(&Address::Records, lang) }</a>
                { words::EXPORT_FIRST.get(lang) }
            </p>
            if *asked {
                { confirmation(store, ask) }
            } else {
                <p>
                    <button type="button" class="button danger" onclick={move |_| ask.set(true)}>
                        { words::CLEAR_THIS_DEVICE.get(lang) }
                    </button>
                </p>
            }
        </div>
    }
}

fn kept_where(store: &Store) -> Html {
    let lang = store.lang();
    let draft = match store.model().storage {
        Storage::Browser => words::KEPT_IN_THE_BROWSER.get(lang),
        Storage::Page => words::KEPT_NOWHERE.get(lang),
    };
    let framed = words::WITHIN_ANOTHER_SITE.get(lang);
    html! { <><p>{ draft }</p><p>{ framed }</p></> }
}

fn leaving(lang: Lang) -> Html {
    let sends_counts = network::endpoint().is_some();
    let heading =
        if sends_counts { words::A_COUNT_LEAVES.get(lang) } else { words::NOTHING_LEAVES.get(lang) };
    html! {
        <>
            <h2>{ heading }</h2>
            <p>{ words::NOTHING_TYPED_IS_SENT.get(lang) }</p>
            if sends_counts { { counting(lang) } }
        </>
    }
}

fn counting(lang: Lang) -> Html {
    html! {
        <p>{ words::WHAT_A_COUNT_SAYS.get(lang) }</p>
    }
}

fn confirmation(store: &Store, ask: UseStateSetter<bool>) -> Html {
    let lang = store.lang();
    let (clear, keep) = (store.on::<()>(Clear.into()), ask.clone());
    let onclear = Callback::from(move |_: MouseEvent| {
        effects::storage::clear();
        clear.emit(());
        ask.set(false);
    });
    html! {
        <p class="actions" role="alert">
            <b>{ words::SURE.get(lang) }</b>
            <button type="button" class="button danger" onclick={onclear}>{ words::CLEAR.get(lang) }</button>
            <button type="button" class="button quiet" onclick={move |_| keep.set(false)}>
                { words::KEEP.get(lang) }
            </button>
        </p>
    }
}

/// Everything on this device was cleared.
pub struct Clear;

impl Change for Clear {
    fn apply(self: Rc<Self>, model: &mut Model) {
        model.begin(None);
        model.firm = Current::default();
        model.rooms = Rooms::default();
        model.rooms.put(History { outbox: vec![Write::Everything], ..History::default() });
    }
}

impl From<Clear> for Action {
    fn from(clear: Clear) -> Self {
        Self::Change(Rc::new(clear))
    }
}
