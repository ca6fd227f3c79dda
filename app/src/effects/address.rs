//! The page's address.

use crate::{address::Address, effects::window};
use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The page that the address names.
pub fn present() -> Address {
    Address::parse(&window().location().hash().unwrap_or_default())
}

/// Goes to a page.
pub fn go(to: &Address) {
    let _ = window().location().set_hash(&to.href());
}

/// Names a page in the address without going there.
pub fn readdress(to: &Address) {
    let there = window()
        .history()
        .map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&to.href())));
    // Where the history is out of reach, the address says more than it needs to.
    let _ = there;
}

/// Calls `then` whenever the address names another page.
pub fn on_change(then: impl Fn(Address) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| then(present()))
}
