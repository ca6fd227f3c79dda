//! What stands around the page: the site's settings, a host that listens, and what it proposes.
//! `static/embed/frame/frame.js` writes the latter two into the page, and passes on what a person agreed to tell.

use gloo::events::EventListener;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// Whether a host around the page listens.
pub fn is_hosted() -> bool {
    super::document().document_element().is_some_and(|root| root.has_attribute("data-host"))
}

fn place() -> Option<Element> {
    super::document().query_selector("meta[name=prefill]").ok()?
}

/// What the host proposes to fill in, as JSON with `facts` and `source`.
pub fn proposal() -> Option<String> {
    place()?.get_attribute("content")
}

/// What the site says of itself, as JSON (`site.json`); empty on a page that no site was built around.
pub fn settings() -> String {
    let meta = super::document().query_selector("meta[name=site]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Who runs the site and how they are reached, as the page's foot says; none where it names nobody.
pub fn office() -> Option<String> {
    let named = super::document().query_selector("#office.named>p").ok()??.text_content()?;
    Some(named.split('\u{3000}').take(2).collect::<Vec<_>>().join("，"))
}

/// Drops what the host proposes.
pub fn forget_proposal() {
    if let Some(place) = place() {
        place.remove();
    }
}

/// Passes a message to the host, as it stands.
pub fn tell(message: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&message.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict("zjtx-verdict", &init) {
        // A page without a host has nobody who listens.
        let _ = super::document().dispatch_event(&event);
    }
}

/// Says that what former versions stored was taken over.
pub fn say_taken_over() {
    if let Ok(event) = web_sys::Event::new("zjtx-taken-over") {
        // A page without a frame script has nobody who listens.
        let _ = super::document().dispatch_event(&event);
    }
}

/// Calls `then` whenever the surroundings change.
pub fn on_change(then: impl Fn() + 'static) -> EventListener {
    EventListener::new(&super::document(), "zjtx-surroundings", move |_| then())
}

/// The address of the site: that of the page without its file, parameters and fragment.
pub fn site() -> String {
    let location = super::window().location();
    let (origin, path) = (location.origin().unwrap_or_default(), location.pathname().unwrap_or_default());
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{origin}{folder}/")
}
