//! All rule packs, each with its document.

use crate::{address::Address, rules::words, shell::heading::heading, store::Store};
use yew::prelude::*;
use zjtx_evaluator::Pack;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <div class="page narrow">
            { heading(words::RULES.get(lang)) }
            <p>{ words::ALL_CONDITIONS_SCORE_TABLES.get(lang) }</p>
            <p><a href={Address::Rounds.href()}>{ words::ROUNDS_OF_APPLICATION_AND.get(lang) }</a></p>
            <ul class="plain packs">{ for store.model().rules.packs().iter().map(|pack| entry(store, pack)) }</ul>
        </div>
    }
}

fn entry(store: &Store, pack: &Pack) -> Html {
    let (lang, today) = (store.lang(), store.model().today);
    let is_in_force = pack.in_force().iter().any(|row| row.span().contains(today));
    html! {
        <li class="card">
            <h2><a href={Address::Pack(pack.id().to_owned()).href()}>{ pack.title().get(lang) }</a></h2>
            <p class="note">
                { spans(store, pack) }
                if is_in_force { { " " }<span class="pill met">{ words::IN_FORCE.get(lang) }</span> }
            </p>
        </li>
    }
}

/// When a pack is in force.
pub fn spans(store: &Store, pack: &Pack) -> String {
    let lang = store.lang();
    let span = |row: &zjtx_evaluator::InForce| {
        let from = row.from;
        match row.to {
            Some(to) => words::to(lang, from, to),
            None => words::from(lang, from),
        }
    };
    let mut spans: Vec<String> = pack.in_force().iter().map(span).collect();
    spans.dedup();
    spans.join(words::SEMICOLON.get(lang))
}
