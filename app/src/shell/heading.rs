//! The heading of a page.

use yew::prelude::*;

/// The heading of a page, to which the focus comes.
pub fn heading(text: impl Into<AttrValue>) -> Html {
    html! { <h1 id="title" tabindex="-1">{ text.into() }</h1> }
}
