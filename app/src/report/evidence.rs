//! The evidence 「佐证材料」 that proves what the judged conditions read.

use crate::app::Store;
use std::collections::{BTreeMap, BTreeSet};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, FactIx};

/// Each kind of evidence with the facts that it proves.
pub fn list(store: &Store, assessments: &[Assessment<'_, '_>]) -> Html {
    let lang = store.lang();
    let terms = store.model().rules.terms();
    let facts: BTreeSet<FactIx> =
        assessments.iter().flat_map(Assessment::facts_read).map(|place| place.fact).collect();
    let mut proofs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for term in facts.into_iter().filter_map(|fact| terms.term(fact)) {
        if let Some(evidence) = term.evidence() {
            proofs.entry(evidence.get(lang)).or_default().push(term.term().get(lang));
        }
    }
    if proofs.is_empty() {
        return Html::default();
    }
    html! {
        <details class="card evidence">
            <summary><h2>{ lang.pick("佐证材料清单", "Evidence checklist") }</h2></summary>
            <ul>
                { for proofs.into_iter().map(|(evidence, names)| html! {
                    <li><b>{ evidence }</b>{ lang.pick("：", ": ") }{ names.join(lang.pick("、", ", ")) }</li>
                }) }
            </ul>
        </details>
    }
}
