//! A change: what is filled in, what would be enough, what lacks, and when it could count.

use crate::{
    advice::level::{Level, side_effects},
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::advice::{Planned, Route};

/// Draws one change.
pub fn view(level: &Level<'_>, planned: &Planned, lang: Lang) -> Html {
    let words = level.words.change(planned);
    // What nobody knows yet is no lack.
    let is_known = planned.change.from.is_some();
    html! {
        <div class="line unmet">
            <p class="subject">{ words.name }</p>
            <dl>
                { figure(lang.pick("填报", "Filled in"), Some(words.from)) }
                { figure(lang.pick("要求", "Required"), Some(words.to)) }
                { figure(lang.pick("差", "Short by"), words.by) }
            </dl>
            if is_known {
                <p class="cause">{ lang.pick("培育方向：", "To work for: ") }{ words.when }</p>
            } else {
                <p class="cause">{ lang.pick("先查明实际数，达到要求即满足", "To find out first; enough if it is so") }</p>
            }
        </div>
    }
}

fn figure(name: &'static str, value: Option<String>) -> Html {
    value.map_or_else(Html::default, |value| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> })
}

/// Draws all changes of a set, and what else they do.
pub fn all(level: &Level<'_>, route: &Route, lang: Lang) -> Html {
    html! {
        <>
            { for route.changes.iter().map(|planned| view(level, planned, lang)) }
            { side_effects(&level.words, &route.side_effects, lang) }
        </>
    }
}
