//! The switches 「大字版」 and 「深色」.

use crate::{action::Action, effects::look::Look, shell::words, store::Store};
use yew::prelude::*;

/// Draws a switch.
pub fn switch(store: &Store, look: Look) -> Html {
    let (lang, is_on, send) = (store.lang(), look.is_on(), store.sender());
    let onclick = Callback::from(move |_: MouseEvent| {
        look.switch(!is_on);
        send.emit(Action::Look);
    });
    let (name, act) = match look {
        Look::Size => (words::LARGE_TEXT.get(lang), "large"),
        Look::Theme => (words::DARK.get(lang), "dark"),
    };
    let pressed = if is_on { "true" } else { "false" };
    html! { <button type="button" class="link look" data-act={act} aria-pressed={pressed} {onclick}>{ name }</button> }
}
