//! A change: what is filled in, what would be enough, what lacks, and when it could count.

use crate::{
    advice::{
        level::{Level, side_effects},
        words,
    },
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
                { figure(words::FILLED_IN.get(lang), Some(words.from)) }
                { figure(words::REQUIRED.get(lang), Some(words.to)) }
                { figure(words::SHORT_BY.get(lang), words.by) }
            </dl>
            if is_known {
                <p class="cause">{ words::TO_WORK_FOR.get(lang) }{ words.when }</p>
            } else {
                <p class="cause">{ words::TO_FIND_OUT_FIRST.get(lang) }</p>
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
