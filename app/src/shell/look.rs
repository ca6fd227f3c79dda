//! The switches 「大字版」 and 「深色」.

use crate::{effects::look::Look, words::Lang};
use yew::prelude::*;

/// Properties of a switch.
#[derive(Clone, PartialEq, Properties)]
pub struct SwitchProps {
    /// What it switches.
    pub look: Look,
    /// The reader's language.
    pub lang: Lang,
}

/// Draws a switch.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let look = props.look;
    let is_on = use_state(|| look.is_on());
    let (set, to) = (is_on.setter(), !*is_on);
    let onclick = Callback::from(move |_: MouseEvent| {
        look.switch(to);
        set.set(to);
    });
    let (name, act) = match look {
        Look::Size => (props.lang.pick("大字版", "Large text"), "large"),
        Look::Theme => (props.lang.pick("深色", "Dark"), "dark"),
    };
    let pressed = if *is_on { "true" } else { "false" };
    html! { <button type="button" class="link look" data-act={act} aria-pressed={pressed} {onclick}>{ name }</button> }
}
