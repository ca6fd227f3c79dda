//! Gaps 「差距」: each open condition with the smallest change of each lever.

use crate::{
    advice::{change, level::Level, words},
    result::marks::state_mark,
    standing::State,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{
    Assessment, Body, Criterion, Judged,
    advice::{Gap, Route},
};

/// Draws the gaps of a level; those that the verdict does not wait for folded up.
pub fn list(store: &Store, level: &Level<'_>) -> Html {
    let lang = store.lang();
    let (needed, spare): (Vec<&Gap<'_>>, Vec<&Gap<'_>>) =
        level.advice.gaps.iter().partition(|gap| gap.needed);
    let count = needed.len();
    html! {
        <>
            if count > 0 {
                <div>
                    <h3>{ words::gaps(lang, count) }</h3>
                    <p class="note">{ words::EACH_IS_THE_SMALLEST.get(lang) }</p>
                    { items(store, level, &needed) }
                </div>
            }
            { self::spare(store, level, &spare) }
        </>
    }
}

fn items(store: &Store, level: &Level<'_>, gaps: &[&Gap<'_>]) -> Html {
    html! { <ul class="plain">{ for gaps.iter().map(|gap| item(store, level, gap)) }</ul> }
}

/// Open conditions with an alternative that is met.
fn spare(store: &Store, level: &Level<'_>, gaps: &[&Gap<'_>]) -> Html {
    if gaps.is_empty() {
        return Html::default();
    }
    let (count, lang) = (gaps.len(), store.lang());
    html! {
        <details>
            <summary><h3>{ words::not_needed_an_alternative(lang, count) }</h3></summary>
            { items(store, level, gaps) }
        </details>
    }
}

fn item(store: &Store, level: &Level<'_>, gap: &Gap<'_>) -> Html {
    let lang = store.lang();
    let state = judged(&level.assessment, gap).map(State::of_judged);
    let (singles, sets): (Vec<&Route>, Vec<&Route>) =
        gap.routes.iter().partition(|route| route.changes.len() == 1);
    html! {
        <li class="criterion">
            <div class="criterion-head">
                <h4>{ gap.criterion.title.get(lang) }</h4>
                { for state.map(|state| state_mark(state, false, lang)) }
            </div>
            { for choice(&level.assessment, gap).map(|choice| one_of(choice, lang)) }
            if state == Some(State::Review) {
                <p class="note">{ words::TO_BE_CONFIRMED_THESE.get(lang) }</p>
            }
            { for singles.first().map(|route| when(level, route)) }
            { for singles.into_iter().map(|route| change::all(level, route, lang)) }
            { self::sets(level, &sets, lang) }
            { otherwise(level, gap, lang) }
        </li>
    }
}

/// Sets of changes, folded up.
fn sets(level: &Level<'_>, sets: &[&Route], lang: Lang) -> Html {
    if sets.is_empty() {
        return Html::default();
    }
    let count = sets.len();
    html! {
        <details class="help">
            <summary>{ words::several_together_ways(lang, count) }</summary>
            { for sets.first().map(|route| when(level, route)) }
            <ol>{ for sets.iter().map(|route| html! { <li>{ change::all(level, route, lang) }</li> }) }</ol>
        </details>
    }
}

/// The application that a gap's changes are for.
fn when(level: &Level<'_>, route: &Route) -> Html {
    let year = level.words.application(route.application_year);
    html! { <p class="note">{ year }{ level.words.in_force(route.in_force) }</p> }
}

/// That time alone closes a gap, or that nothing does.
fn otherwise(level: &Level<'_>, gap: &Gap<'_>, lang: Lang) -> Html {
    let text = match gap.waiting {
        Some(year) => words::by_time_alone(lang, level.words.application(year)),
        None if gap.routes.is_empty() => words::UNCHANGEABLE_NOTHING_LEADS_THERE.get(lang).to_owned(),
        None => return Html::default(),
    };
    html! { <p class="note">{ text }</p> }
}

fn judged<'j>(assessment: &'j Assessment<'_, '_>, gap: &Gap<'_>) -> Option<&'j Judged<'j>> {
    assessment.criteria().into_iter().find(|judged| judged.criterion.id == gap.criterion.id)
}

fn one_of(choice: &Criterion, lang: Lang) -> Html {
    let title = choice.title.get(lang);
    html! { <p class="note">{ words::one_of_any_one(lang, title) }</p> }
}

/// The condition of which a gap is one of several ways.
fn choice<'p>(assessment: &Assessment<'p, '_>, gap: &Gap<'_>) -> Option<&'p Criterion> {
    let choices = assessment.pack().criteria().into_iter();
    let mut choices = choices.filter(|criterion| matches!(criterion.body, Body::AnyOf(_)));
    choices.rfind(|criterion| criterion.children().iter().any(|child| has(child, gap.criterion)))
}

fn has(criterion: &Criterion, wanted: &Criterion) -> bool {
    std::ptr::eq(criterion, wanted) || criterion.children().iter().any(|child| has(child, wanted))
}
