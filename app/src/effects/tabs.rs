//! What tabs of one browser tell each other about past tests: that some were written. The `storage` event tells of
//! drafts, and never of the database.

use gloo::events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

const RECORDS: &str = "zjtx.records";

thread_local! {
    /// Open for the page's whole life, once somebody listens.
    static CHANNEL: RefCell<Option<(BroadcastChannel, EventListener)>> = const { RefCell::new(None) };
}

/// Calls `then` whenever another tab wrote past tests or firms; the first caller is the one that hears.
pub fn on_records_written(then: impl Fn() + 'static) {
    CHANNEL.with_borrow_mut(|open| {
        if open.is_none() {
            // A browser without channels shows what others wrote after a reload.
            *open = BroadcastChannel::new(RECORDS).ok().map(|channel| {
                let heard = EventListener::new(&channel, "message", move |_| then());
                (channel, heard)
            });
        }
    });
}

/// Tells the other tabs that this one wrote past tests or firms.
pub fn say_records_written() {
    CHANNEL.with_borrow(|open| {
        if let Some((channel, _)) = open {
            // A channel that was closed has nobody who listens.
            let _ = channel.post_message(&JsValue::TRUE);
        }
    });
}
