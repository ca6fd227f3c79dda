//! One line with a count that unfolds what stands beneath it. Only a screen folds: `static/site/boot.js` unfolds before
//! printing. It is an element and no component, whose code every part that folds would load.

use yew::prelude::*;

/// Draws the line, and what it unfolds.
pub fn fold(title: String, folded: Html) -> Html {
    html! {
        <details class="fold">
            <summary>{ title }</summary>
            <div class="folded">{ folded }</div>
        </details>
    }
}
