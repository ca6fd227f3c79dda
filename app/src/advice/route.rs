//! Routes 「培育路径」 as cards: changes, what else they do, what the verdicts would be.

use crate::{
    advice::{
        change, later,
        level::{FindingsProps, Level},
        levers,
        trial::{Answers, Outlook},
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
    advice::{Effort, Route, pack_on},
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
            <h4>
                { name.clone() }{ " " }
                <span class="pill plain">{ level.words.application(route.application_year) }</span>
            </h4>
            { for note_of(level, route) }
            { change::all(level, route, lang) }
            <p class="after">{ words::AFTERWARDS.get(lang) }{ for after(store, levels, route) }</p>
            { for taking(props, route).map(|onclick| html! {
                <p class="actions">
                    <button type="button" class="button quiet" {onclick}>
                        { words::TRY_THIS_ROUTE.get(lang) }
                        <span class="visually-hidden">{ words::level_and_name(lang, &level_name, &name) }</span>
                    </button>
                </p>
            }) }
        </li>
    }
}

/// That the rules of its year are not known.
fn note_of(level: &Level<'_>, route: &Route) -> Option<Html> {
    let note = level.words.in_force(route.in_force);
    (!note.is_empty()).then(|| html! { <p class="note">{ note }</p> })
}

const fn class_of(effort: Effort) -> &'static str {
    match effort {
        Effort::ThisWindow => "soon",
        Effort::NextWindow => "next-year",
        Effort::LongTerm | Effort::Unchangeable => "long",
    }
}

/// The verdict of every level as it is judged in the year of the route, with the route carried out.
fn after<'a>(store: &'a Store, levels: &'a [Level<'_>], route: &'a Route) -> impl Iterator<Item = Html> + 'a {
    let rules = &store.model().rules;
    levels.iter().filter_map(move |level| {
        let (now, pack) = (level.assessment.dossier(), level.assessment.pack());
        let then = route.carried_out(now, rules.terms())?;
        let (pack, _) = pack_on(rules, pack, now, then.as_of());
        let verdict = verdict_mark(evaluate(pack, &then).verdict(), store.lang());
        Some(html! { <span class="verdict-after">{ level.name(store) }{ " " }{ verdict }</span> })
    })
}

/// Tries a route out; one for a year that cannot be looked at is only read.
fn taking(props: &FindingsProps, route: &Route) -> Option<Callback<MouseEvent>> {
    let this = props.draft.scope.as_of.year();
    let outlook = match route.application_year.saturating_sub(this) {
        0 => Outlook::Whenever,
        1 => Outlook::NextYear,
        _ => return None,
    };
    let (take, props, route) = (props.take.clone(), props.clone(), route.clone());
    Some(Callback::from(move |_| take.emit((outlook, answers(&props, &route, outlook)))))
}

/// The answers that a route leads to; next year the open year begins with the figures of the year before.
fn answers(props: &FindingsProps, route: &Route, outlook: Outlook) -> Answers {
    let (draft, rules) = (&props.draft, &props.store.model().rules);
    let next = (outlook == Outlook::NextYear).then(|| later::years_later(draft, rules.terms(), 1)).flatten();
    let mut answers = next.map_or_else(Answers::new, |next| {
        let levels = later::levels(draft, &next, rules);
        let handles = levers::next_year(&next, &levels, draft.scope.as_of.year(), rules);
        let places = handles.iter().map(|handle| handle.place);
        later::as_the_year_before(&next, rules.terms(), places)
    });
    answers.extend(changed(route, rules.terms()));
    answers
}

fn changed(route: &Route, terms: &Terms) -> Answers {
    let changes = route.changes.iter().map(|planned| &planned.change);
    let texts = changes.filter_map(|change| {
        Some((key_of(terms, change.place), typed(&change.to, terms.term(change.place.fact)?)?))
    });
    texts.collect()
}
