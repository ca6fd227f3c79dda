//! The switches 「大字版」 and 「深色」.

use crate::{effects::look::Look, shell::words, words::Lang};
use yew::prelude::*;

/// Properties of a switch.
#[derive(Clone, PartialEq, Properties)]
pub struct SwitchProps {
    /// What it switches.
    pub look: Look,
    /// The reader's language.
    pub lang: Lang,
}

/// Draws a switch. It is not part of the page's state, and is drawn anew by itself: to ask the browser how the page
/// looks takes longer than to draw it.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let SwitchProps { look, lang } = *props;
    let drawing = use_force_update();
    let onclick = Callback::from(move |_: MouseEvent| {
        look.switch(!look.is_on());
        drawing.force_update();
    });
    let (name, act) = match look {
        Look::Size => (words::LARGE_TEXT.get(lang), "large"),
        Look::Theme => (words::DARK.get(lang), "dark"),
    };
    let pressed = if look.is_on() { "true" } else { "false" };
    html! {
        <button type="button" class="link look" data-act={act} aria-pressed={pressed} {onclick}>{ name }</button>
    }
}
