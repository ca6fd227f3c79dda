//! The levels side by side 「梯度」, with the distance to each.

use crate::{
    advice::{level::Level, words},
    effects,
    result::{marks::verdict_mark, score},
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::Truth;

/// Draws the ladder.
pub fn view(store: &Store, levels: &[Level<'_>]) -> Html {
    let lang = store.lang();
    html! {
        <section aria-labelledby="ladder">
            <h2 id="ladder">{ words::HOW_FAR_TO_EACH.get(lang) }</h2>
            <ol class="ladder">{ for levels.iter().map(|level| step(store, level)) }</ol>
        </section>
    }
}

fn step(store: &Store, level: &Level<'_>) -> Html {
    let lang = store.lang();
    html! {
        <li class="card">
            <h3>{ level.name(store) }</h3>
            <p>{ verdict_mark(level.assessment.verdict(), lang) }</p>
            { score::bar(&level.assessment, lang) }
            <ul class="plain">{ for distance(level, lang).into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            <p>
                <button type="button" class="link" onclick={jump(level)}>
                    { words::SEE_GAPS_AND_ROUTES.get(lang) }
                    <span class="visually-hidden">{ " " }{ level.name(store) }</span>
                </button>
            </p>
        </li>
    }
}

/// Goes to the level further down; the address stays the page's own.
fn jump(level: &Level<'_>) -> Callback<MouseEvent> {
    let id = format!("advice-{}", level.assessment.pack().id());
    Callback::from(move |_| effects::focus::reach(&id))
}

/// How far the level is away, in words.
pub fn distance(level: &Level<'_>, lang: Lang) -> Vec<String> {
    if level.assessment.verdict() == Truth::Met {
        return vec![words::NO_GAP.get(lang).to_owned()];
    }
    let mut lines = vec![words::conditions_short(lang, level.open())];
    lines.extend(outlook(level, lang));
    lines
}

/// What the nearest route takes and from when, or what is to be found out first.
pub fn outlook(level: &Level<'_>, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(route) = level.advice.routes.first() {
        let (count, when) = (route.changes.len(), level.words.application(route.application_year));
        lines.push(words::changes_of_the_nearest(lang, count, &when));
    } else if !level.advice.find_out.is_empty() {
        let count = level.advice.find_out.len();
        lines.push(words::answers_to_find_out(lang, count));
    }
    lines
}
