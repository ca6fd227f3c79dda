//! The page's address.

use crate::{address::Address, effects::window};
use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// The page that the address names.
pub fn present() -> Address {
    Address::parse(&window().location().hash().unwrap_or_default())
}

/// Goes to a page.
pub fn go(to: &Address) {
    let _ = window().location().set_hash(&to.href());
}

/// Goes one step back.
pub fn back() {
    let _ = window().history().and_then(|history| history.back());
}

/// Names a page in the address without going there.
pub fn readdress(to: &Address) {
    let there = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&history.state()?, "", Some(&to.href())));
    // Where the history is out of reach, the address says more than it needs to.
    let _ = there;
}

/// The number that the present entry of the history was given, if it was.
pub fn visit() -> Option<usize> {
    let number = window().history().ok()?.state().ok()?.as_string()?;
    number.parse().ok()
}

/// Gives the present entry of the history its number, and keeps the browser from scrolling pages that are not
/// drawn yet.
pub fn number_visit(number: usize) {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
        let _ = history.replace_state(&JsValue::from_str(&number.to_string()), "");
    }
}

/// Calls `then` whenever the address names another page.
pub fn on_change(then: impl Fn(Address) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| then(present()))
}
