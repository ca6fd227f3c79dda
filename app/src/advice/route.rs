//! Routes 「培育路径」 as cards: changes, what else they do, what the verdicts would be.

use crate::{
    advice::{
        change,
        level::{Answers, FindingsProps, Level, with_route},
        words,
    },
    draft::{key_of, typed},
    result::marks::verdict_mark,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{
    Terms,
    advice::{Effort, Route},
    evaluate,
};

/// Routes that are shown at once.
const FIRST: usize = 3;

/// Draws the routes of a level, and what waiting alone would do.
pub fn list(props: &FindingsProps, levels: &[Level<'_>], level: &Level<'_>) -> Html {
    let lang = props.store.lang();
    let cards = |range: &[Route], from: usize| -> Html {
        let cards = (from..).zip(range).map(|(number, route)| card(props, levels, level, route, number));
        html! { <ol class="plain routes" start={from.to_string()}>{ for cards }</ol> }
    };
    let (first, more) = level.advice.routes.split_at(level.advice.routes.len().min(FIRST));
    let count = more.len();
    html! {
        <div class="routes-of">
            <h3>{ words::ROUTES.get(lang) }</h3>
            { introduction(level, lang) }
            if !first.is_empty() { { cards(first, 1) } }
            if count > 0 {
                <details>
                    <summary>{ words::more_routes(lang, count) }</summary>
                    { cards(more, FIRST + 1) }
                </details>
            }
            if let Some(waiting) = level.waiting() { <p class="notice">{ waiting }</p> }
        </div>
    }
}

fn introduction(level: &Level<'_>, lang: Lang) -> Html {
    let text = match (level.advice.routes.is_empty(), level.advice.find_out.is_empty()) {
        (true, false) => words::WHAT_IS_FILLED_IN.get(lang),
        (true, true) => words::NO_ROUTE_OF_AT.get(lang),
        (false, _) => words::EACH_ROUTE_ALONE_MEETS.get(lang),
    };
    html! { <p class="note">{ text }</p> }
}

fn card(
    props: &FindingsProps,
    levels: &[Level<'_>],
    level: &Level<'_>,
    route: &Route,
    number: usize,
) -> Html {
    let (store, lang) = (&props.store, props.store.lang());
    let name = words::route(lang, number);
    let level_name = level.name(store);
    html! {
        <li class={classes!("route", class_of(route.effort))}>
            <h4>{ name.clone() }{ " " }<span class="pill plain">{ level.words.when(route.effort, route.window) }</span></h4>
            { change::all(level, route, lang) }
            <p class="after">{ words::AFTERWARDS.get(lang) }{ for after(store, levels, route) }</p>
            <p class="actions">
                <button type="button" class="button quiet" onclick={taking(props, route)}>
                    { words::TRY_THIS_ROUTE.get(lang) }
                    <span class="visually-hidden">{ words::level_and_name(lang, &level_name, &name) }</span>
                </button>
            </p>
        </li>
    }
}

const fn class_of(effort: Effort) -> &'static str {
    match effort {
        Effort::ThisWindow => "soon",
        Effort::NextWindow => "next-year",
        Effort::LongTerm | Effort::Unchangeable => "long",
    }
}

/// The verdict of every level with the changes made.
fn after<'a>(store: &'a Store, levels: &'a [Level<'_>], route: &'a Route) -> impl Iterator<Item = Html> + 'a {
    levels.iter().map(move |level| {
        let then = with_route(level.assessment.dossier(), route);
        let verdict = evaluate(level.assessment.pack(), &then).verdict();
        html! { <span class="verdict-after">{ level.name(store) }{ " " }{ verdict_mark(verdict, store.lang()) }</span> }
    })
}

fn taking(props: &FindingsProps, route: &Route) -> Callback<MouseEvent> {
    let answers = answers(route, props.store.model().rules.terms());
    let take = props.take.clone();
    Callback::from(move |_| take.emit(answers.clone()))
}

/// The answers that a route leads to.
fn answers(route: &Route, terms: &Terms) -> Answers {
    let changes = route.changes.iter().map(|planned| &planned.change);
    let texts = changes.filter_map(|change| {
        Some((key_of(terms, change.place), typed(&change.to, terms.term(change.place.fact)?)?))
    });
    texts.collect()
}
