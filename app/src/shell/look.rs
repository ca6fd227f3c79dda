//! The switches 「大字版」 and 「深色」.

use crate::{action::Action, effects::look::Look, store::Store};
use yew::prelude::*;

/// Draws a switch.
pub fn switch(store: &Store, look: Look) -> Html {
    let (lang, is_on, send) = (store.lang(), look.is_on(), store.sender());
    let onclick = Callback::from(move |_: MouseEvent| {
        look.switch(!is_on);
        send.emit(Action::Look);
    });
    let (name, act) = match look {
        Look::Size => (lang.pick("大字版", "Large text"), "large"),
        Look::Theme => (lang.pick("深色", "Dark"), "dark"),
    };
    let pressed = if is_on { "true" } else { "false" };
    html! { <button type="button" class="link look" data-act={act} aria-pressed={pressed} {onclick}>{ name }</button> }
}
