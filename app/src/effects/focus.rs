//! Focus, and what the document says of itself: title and language.

use crate::effects::{document, window};
use gloo::events::EventListener;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, EventTarget, HtmlElement};
use zjtx_evaluator::Date;

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element that is in view.
pub fn on(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to an element, and the page to where it stands on top.
pub fn reach(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// What a redraw writes into the field of a day: the day, but nothing where somebody has typed half of another, as the
/// field then tells no text, and what was typed would go.
pub fn day_beside_typing(id: &str, day: Date) -> String {
    let is_half_typed = element(id).is_some_and(|field| field.matches(":invalid").unwrap_or_default());
    if is_half_typed { String::new() } else { day.to_string() }
}

/// Whether the view is as narrow as a phone's, by the style sheet's own bound.
pub fn is_narrow() -> bool {
    const PHONE: f64 = 560.0;
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_some_and(|width| width <= PHONE)
}

/// How far the page is scrolled down, in pixels.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Shows a page that one comes back to as it was left, with the focus on its heading.
pub fn return_to(scrolled: f64) {
    on("title");
    window().scroll_to_with_x_and_y(0.0, scrolled);
}

/// Moves the focus to the field of an answer's key, or to the first field of its question, with the question on top.
pub fn on_answer(key: &str) {
    let fact = key.split('@').next().unwrap_or(key);
    let first = || element(&format!("question-{fact}"))?.query_selector("input, select").ok().flatten();
    let field = element(key).or_else(|| first()?.dyn_into().ok());
    if let Some(field) = field {
        element(&format!("question-{fact}")).iter().for_each(|question| question.scroll_into_view());
        let _ = field.focus();
    }
}

/// Unfolds the reasons of a result.
pub fn unfold() {
    while let Ok(Some(folded)) = document().query_selector(".reasons .fold:not([open])") {
        if folded.set_attribute("open", "").is_err() {
            return;
        }
    }
}

/// Names the page.
pub fn title(title: &str) {
    if document().title() != title {
        document().set_title(title);
    }
}

/// Shows a page from its top with the focus on its heading, unless something on it has the focus. Of what stands high
/// above the heading, such as notices, as much is in view as the style sheet leaves it.
pub fn arrive() {
    let is_free = document().active_element().is_none_or(|active| active.tag_name() != "INPUT");
    if is_free {
        reach("title");
    }
}

/// Says which language the page is in; to say it anew would style the whole page anew.
pub fn speak(id: &str) {
    if let Some(root) = document().document_element()
        && root.get_attribute("lang").as_deref() != Some(id)
    {
        let _ = root.set_attribute("lang", id);
    }
}

/// Shows what the page says where something does not load, or hides it.
pub fn tell_failure(is_told: bool) {
    if let Some(failure) = element("boot-failed") {
        // An attribute without a value cannot be refused.
        let _ = failure.toggle_attribute_with_force("hidden", !is_told);
    }
}

/// The element that the app is drawn into, emptied of what it showed before.
pub fn root() -> Element {
    let root = element("app").expect_throw("the page has an element #app");
    root.set_inner_html("");
    root.into()
}

/// Calls `then` when a person finished composing text with an input method.
pub fn on_composed(target: &EventTarget, then: impl Fn() + 'static) -> EventListener {
    EventListener::new(target, "compositionend", move |_| then())
}
