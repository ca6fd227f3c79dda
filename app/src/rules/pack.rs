//! A rule pack as a document.

use crate::{
    address::Address,
    result::{citation, reasons},
    rules::{page::spans, previous, words},
    shell::{heading::heading, lost},
    store::Store,
};
use yew::prelude::*;
use zjtx_evaluator::{ApplicationKind, Dossier, Pack, Source, evaluate};

/// Draws the page.
pub fn view(store: &Store, id: &str) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    let Some(pack) = rules.pack(id) else { return lost::view(lang) };
    let sources = pack.sources().iter().filter_map(|source| rules.source(source));
    html! {
        <div class="page">
            <p class="note"><a href={Address::Rules.href()}>{ words::ALL_RULE_PACKS.get(lang) }</a></p>
            { heading(pack.title().get(lang).to_owned()) }
            <p class="note">
                { spans(store, pack) }{ " · " }<code>{ pack.id() }</code>{ words::revision(lang, pack.revision()) }
            </p>
            if let Some(note) = pack.note() { <p class="notice warn">{ note.get(lang) }</p> }
            <section class="card">
                <h2>{ words::SOURCES.get(lang) }</h2>
                <ul class="plain">{ for sources.map(|source| source_item(source, store)) }</ul>
            </section>
            { conditions(store, pack) }
            { previous::view(store, pack) }
        </div>
    }
}

/// The conditions, written by judging nothing at all.
fn conditions(store: &Store, pack: &Pack) -> Html {
    let Some(row) = pack.in_force().first() else { return Html::default() };
    let kind = row.kinds.first().copied().unwrap_or(ApplicationKind::First);
    let empty = Dossier::new(pack.terms(), row.from, kind);
    reasons::whole(store, &evaluate(pack, &empty))
}

fn source_item(source: &Source, store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <li class="criterion">
            <span lang="zh-CN"><b>{ &source.title }</b>{ " " }{ &source.number }</span>
            { citation::document(source, lang) }
            if let Some(note) = &source.note { <p class="note">{ note.get(lang) }</p> }
        </li>
    }
}
