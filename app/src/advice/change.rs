//! A change: what it takes, of which year, and what there is already.

use crate::{
    advice::level::{Level, side_effects},
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::advice::{Planned, Route};

/// Draws one change.
pub fn view(level: &Level<'_>, planned: &Planned, lang: Lang) -> Html {
    html! { <p class="subject">{ level.words.change(planned).sentence(lang) }</p> }
}

/// Draws all changes of a set, and what else they do.
pub fn all(level: &Level<'_>, route: &Route, lang: Lang) -> Html {
    html! {
        <>
            <div class="line unmet">
                { for route.changes.iter().map(|planned| view(level, planned, lang)) }
                { for level.words.assumed(&route.assumed).map(|assumed| html! { <p class="cause">{ assumed }</p> }) }
            </div>
            { side_effects(&level.words, &route.side_effects, lang) }
        </>
    }
}
