//! Where a condition is written, in which words, and how sure our reading is.

use crate::{
    app::Store,
    words::{self, Lang},
};
use yew::prelude::*;
use zjtx_evaluator::{Criterion, doc::SourceDoc};

/// Draws clause and document number; they open the wording and what is uncertain.
pub fn view(store: &Store, criterion: &Criterion) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    let cite = &criterion.cite;
    html! {
        <details class="cite">
            <summary>
                { rules.number_of(&cite.source).to_owned() }{ " " }{ &cite.clause }
                { " · " }{ words::confidence(criterion.confidence, lang) }
            </summary>
            <blockquote>{ &cite.text }</blockquote>
            { for rules.source(&cite.source).map(|source| document(source, lang)) }
            if let Some(note) = &criterion.note { <p>{ lang.pick("说明：", "Note: ") }{ note.get(lang) }</p> }
            <p class="note"><code>{ &criterion.id }</code></p>
        </details>
    }
}

/// Who issued a document, when our reading was checked, and the way to it.
pub fn document(source: &SourceDoc, lang: Lang) -> Html {
    html! {
        <p>
            { &source.issuer }{ &source.title }
            { lang.pick("，核对于 ", ", checked on ") }{ source.checked_on.to_string() }
            if let Some(link) = &source.link {
                { " " }<a href={link.clone()} target="_blank" rel="noopener noreferrer">{ lang.pick("原文（新窗口）", "the document (new window)") }</a>
            }
        </p>
    }
}
