//! Of which day it is tried, and which rules judge it.

use crate::{
    advice::{
        ground::{Ground, TryoutProps},
        later::{LaterLevel, Ruling},
        trial::{Attempt, Outlook},
        words,
    },
    words::Lang,
};
use yew::prelude::*;

/// Which day is looked at.
pub fn choice(props: &TryoutProps) -> Html {
    let lang = props.store.lang();
    let both = [
        (Outlook::Whenever, words::WHAT_WOULD_BE_ENOUGH.get(lang)),
        (Outlook::NextYear, words::THE_SAME_FIRM_NEXT.get(lang)),
    ];
    html! {
        <fieldset>
            <legend>{ words::WHAT_TO_TRY.get(lang) }</legend>
            <div class="answers">{ for both.into_iter().map(|(outlook, name)| {
                let dispatch = props.dispatch.clone();
                let onchange = Callback::from(move |_: Event| dispatch.dispatch(Attempt::Look(outlook)));
                html! {
                    <label class="answer">
                        <input type="radio" name="outlook" checked={props.trial.outlook == outlook} {onchange} />
                        <span>{ name }</span>
                    </label>
                }
            }) }</div>
        </fieldset>
    }
}

/// What is tried, and what is not.
pub fn introduction(props: &TryoutProps, ground: &Ground, levels: &[LaterLevel<'_>]) -> Html {
    let lang = props.store.lang();
    match props.trial.outlook {
        Outlook::Whenever => html! { <p class="note">{ words::FIGURES_OF_CLOSED_YEARS.get(lang) }</p> },
        Outlook::NextYear => next_year(props, ground, levels),
    }
}

/// The day that is looked at, and the rules that judge it.
fn next_year(props: &TryoutProps, ground: &Ground, levels: &[LaterLevel<'_>]) -> Html {
    let (rules, lang) = (&props.store.model().rules, props.store.lang());
    let (day, open) = (ground.draft.scope.as_of, props.draft.scope.as_of.year());
    html! {
        <div class="notice">
            <p>{ words::as_if_applying_on(lang, day, open) }</p>
            <ul>{ for levels.iter().map(|level| {
                let scheme = rules.scheme_title(level.pack.scheme(), lang);
                html! { <li>{ ruling(scheme, level, lang) }</li> }
            }) }</ul>
        </div>
    }
}

fn ruling(scheme: &str, level: &LaterLevel<'_>, lang: Lang) -> String {
    let pack = level.pack.title().get(lang);
    match level.ruling {
        Ruling::Same => words::judged_by_the_present(lang, scheme, pack),
        Ruling::Other => words::other_rules_apply_then(lang, scheme, pack),
        Ruling::Present => words::no_rules_are_known(lang, scheme, pack),
    }
}
