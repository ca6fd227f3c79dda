//! All rule packs, each with its document.

use crate::{address::Address, shell::heading::heading, store::Store, words::say};
use yew::prelude::*;
use zjtx_evaluator::Pack;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <div class="page narrow">
            { heading(lang.pick("规则说明", "Rules")) }
            <p>{ lang.pick(
                "每个规则包的全部条件、评分表、依据和我们对原文的把握程度，由判断所用的同一份数据生成。",
                "All conditions, score tables and sources of each rule pack, and how sure our reading is, made from the very data that judges.",
            ) }</p>
            <p><a href={Address::Rounds.href()}>{ lang.pick("申报批次与截止日", "Rounds of application and their deadlines") }</a></p>
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
                if is_in_force { { " " }<span class="pill met">{ lang.pick("现行", "in force") }</span> }
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
            Some(to) => say!(lang, "{from} 至 {to}", "{from} to {to}"),
            None => say!(lang, "{from} 起", "from {from}"),
        }
    };
    let mut spans: Vec<String> = pack.in_force().iter().map(span).collect();
    spans.dedup();
    spans.join(lang.pick("；", "; "))
}
