//! The reasons of a result: folded, or all of them.

use crate::{result::words, words::Lang};
use yew::prelude::*;

/// Properties of the reasons.
#[derive(Clone, PartialEq, Properties)]
pub struct NarrowedProps {
    /// The reader's language.
    pub lang: Lang,
    /// The reasons of every level.
    pub children: Html,
}

/// Draws them, with the choice above.
#[component]
pub fn Narrowed(props: &NarrowedProps) -> Html {
    let whole = use_state(|| false);
    let (is_whole, set) = (*whole, whole.setter());
    let onchange = move |_: Event| set.set(!is_whole);
    html! {
        <div class={classes!("reasons", is_whole.then_some("whole"))}>
            <label class="answer screen-only">
                <input type="checkbox" checked={is_whole} {onchange} />
                <span>{ words::UNFOLD_ALL.get(props.lang) }</span>
            </label>
            { props.children.clone() }
        </div>
    }
}
