//! A figure that is typed and handed on when the field is left. What is being typed stays while the page is drawn
//! anew, as it is whenever a part of the curve comes.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A figure that is typed.
#[derive(Clone, PartialEq, Properties)]
pub struct TypingProps {
    /// Id of the field.
    pub id: String,
    /// The figure as it stands.
    pub text: String,
    /// Where the typed one goes.
    pub on_text: Callback<String>,
}

/// Draws the field.
#[component]
pub fn Typing(props: &TypingProps) -> Html {
    let typed = use_state(|| None::<String>);
    let (set, left, on_text) = (typed.setter(), typed.setter(), props.on_text.clone());
    let value = |event: &Event| event.target_unchecked_into::<HtmlInputElement>().value();
    let oninput = Callback::from(move |event: InputEvent| set.set(Some(value(&event))));
    let onchange = Callback::from(move |event: Event| {
        left.set(None);
        on_text.emit(value(&event).trim().to_owned());
    });
    let text = typed.as_ref().unwrap_or(&props.text).clone();
    html! { <input id={props.id.clone()} class="field" type="text" size="10" value={text} {oninput} {onchange} /> }
}
