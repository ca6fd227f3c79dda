//! The reasons of a result: all of them, or on a screen only what is not met yet.

use crate::words::Lang;
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
    let narrow = use_state(|| true);
    let set = narrow.setter();
    let toggled = !*narrow;
    let onchange = Callback::from(move |_: Event| set.set(toggled));
    html! {
        <div class={classes!("reasons", narrow.then_some("narrow-reasons"))}>
            <label class="answer screen-only">
                <input type="checkbox" checked={*narrow} {onchange} />
                <span>{ props.lang.pick("只看未满足、待填的条件", "Only conditions that are not met or open") }</span>
            </label>
            { props.children.clone() }
        </div>
    }
}
