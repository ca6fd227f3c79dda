//! One line with a count that unfolds what stands beneath it. Only a screen folds: paper has all of it.

use yew::prelude::*;

/// Properties of what is folded.
#[derive(Clone, PartialEq, Properties)]
pub struct FoldProps {
    /// What it is, with a count.
    pub title: AttrValue,
    /// What is folded.
    pub children: Html,
}

/// Draws the line, and what it unfolds.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let open = use_state(|| false);
    let (is_open, set) = (*open, open.setter());
    html! {
        <div class={classes!("fold", is_open.then_some("open"))}>
            <button
                type="button"
                class="link screen-only"
                aria-expanded={if is_open { "true" } else { "false" }}
                onclick={move |_: MouseEvent| set.set(!is_open)}
            >
                { &props.title }
            </button>
            <div class="folded">{ props.children.clone() }</div>
        </div>
    }
}
