//! 「批量摸底」: a list of firms, judged by a worker on this device. What the worker holds stays there while
//! other pages are read; only the rows in sight are asked for.

use crate::{
    address::Address,
    lists::{choose, outcome, progress, session::Session, state::Phase, words},
    shell::heading::heading,
    shell::titles,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::Text;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let (lang, session) = (store.lang(), Session::of(store.model()));
    let state = &session.state;
    html! {
        <div class="page">
            { heading(titles::name(&Address::Batch, lang)) }
            { intro(lang) }
            <choose::Choose store={store.clone()} />
            <div role="status">{ told(&state.phase, lang) }</div>
            { match &state.phase {
                Phase::Reading(done, all, taken) => progress::view(store, &state.file, [*done, *all, *taken]),
                Phase::Refused(reason) => refused(&state.file, reason, lang),
                Phase::Judged(summary) => outcome::view(store, state, summary),
                Phase::Empty | Phase::Cancelled | Phase::Lost => Html::default(),
            } }
        </div>
    }
}

fn intro(lang: Lang) -> Html {
    html! {
        <p class="lead">{ words::LEAD.get(lang) }</p>
    }
}

/// What is said aloud when something begins or ends.
fn told(phase: &Phase, lang: Lang) -> Html {
    let text = match phase {
        Phase::Reading(..) => words::JUDGING.get(lang),
        Phase::Cancelled => words::CANCELLED.get(lang),
        Phase::Lost => words::NOT_LOADED.get(lang),
        Phase::Judged(_) => words::DONE.get(lang),
        Phase::Empty | Phase::Refused(_) => return Html::default(),
    };
    html! { <p class="notice">{ text }</p> }
}

fn refused(file: &str, reason: &Text, lang: Lang) -> Html {
    html! {
        <div class="notice wrong" role="alert">
            <p><b>{ words::NOT_READ.get(lang) }{ file.to_owned() }</b></p>
            <p>{ reason.get(lang) }</p>
        </div>
    }
}
