//! Where a condition is written, in which words, and how sure our reading is.

use crate::{address::Address, result::purpose::Purpose, result::words, store::Store, words::Lang};
use yew::prelude::*;
use zjtx_evaluator::{Cite, Confidence, Criterion, Source, Text};

/// Draws clause and document number, which open the wording and what is uncertain, and beneath a result the
/// way to the condition in the document of its pack.
pub fn view(store: &Store, pack: &str, criterion: &Criterion, purpose: Purpose) -> Html {
    html! {
        <div class="where">
            { cited(store, &criterion.cite, criterion.confidence, criterion.note.as_ref()) }
            { rule_link(store.lang(), pack, &criterion.id, purpose) }
        </div>
    }
}

/// Clause and document number of anything that cites a document.
pub fn cited(store: &Store, cite: &Cite, confidence: Confidence, note: Option<&Text>) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    html! {
        <details class="cite">
            <summary>
                <span lang="zh-CN">{ rules.number_of(&cite.source).to_owned() }{ " " }{ &cite.clause }</span>
                { " · " }{ words::confidence(confidence, lang) }
            </summary>
            <blockquote lang="zh-CN">{ &cite.text }</blockquote>
            { for rules.source(&cite.source).map(|source| document(source, lang)) }
            if let Some(note) = note { <p>{ words::NOTE.get(lang) }{ note.get(lang) }</p> }
        </details>
    }
}

/// The way to a condition or an indicator in the document of its pack; there, its id.
pub fn rule_link(lang: Lang, pack: &str, rule: &str, purpose: Purpose) -> Html {
    if purpose == Purpose::Rules {
        return html! { <code class="note">{ rule.to_owned() }</code> };
    }
    let place = Address::Rule(pack.to_owned(), rule.to_owned());
    html! { <a class="to-rule screen-only" href={place.href()}>{ words::rule(rule, lang) }</a> }
}

/// Who issued a document, when our reading was checked, and the way to it.
pub fn document(source: &Source, lang: Lang) -> Html {
    html! {
        <p>
            <span lang="zh-CN">{ &source.issuer }{ &source.title }</span>
            { words::CHECKED_ON.get(lang) }{ source.checked_on.to_string() }{ words::AFTER_THE_CHECK.get(lang) }
            if let Some(link) = &source.link {
                { " " }
                <a href={link.clone()} target="_blank" rel="noopener noreferrer">{ words::SEE_SOURCE.get(lang) }</a>
            }
        </p>
    }
}
