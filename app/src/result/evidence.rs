//! The evidence 「佐证材料」 that proves what the judged conditions read.

use crate::{store::Store, words::Lang};
use std::collections::{BTreeMap, BTreeSet};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, FactIx, Terms};

/// A piece of evidence and what it proves.
pub struct Proof<'t> {
    /// Its Chinese name, which is the same in every language of the page.
    pub id: &'t str,
    /// Its name for the reader.
    pub name: &'t str,
    /// Names of the facts that it proves.
    pub facts: Vec<&'t str>,
}

/// The evidence for what the conditions read, by name.
pub fn proofs<'t>(terms: &'t Terms, assessments: &[Assessment<'_, '_>], lang: Lang) -> Vec<Proof<'t>> {
    let facts: BTreeSet<FactIx> =
        assessments.iter().flat_map(Assessment::facts_read).map(|place| place.fact).collect();
    let mut proofs: BTreeMap<&str, Proof<'_>> = BTreeMap::new();
    for term in facts.into_iter().filter_map(|fact| terms.term(fact)) {
        if let Some(evidence) = term.evidence() {
            let empty = Proof { id: &evidence.zh, name: evidence.get(lang), facts: Vec::new() };
            proofs.entry(evidence.get(lang)).or_insert(empty).facts.push(term.term().get(lang));
        }
    }
    proofs.into_values().collect()
}

/// Each kind of evidence with the facts that it proves.
pub fn list(store: &Store, assessments: &[Assessment<'_, '_>]) -> Html {
    let lang = store.lang();
    let proofs = proofs(store.model().rules.terms(), assessments, lang);
    if proofs.is_empty() {
        return Html::default();
    }
    html! {
        <details class="card evidence">
            <summary><h2>{ lang.pick("佐证材料清单", "Evidence checklist") }</h2></summary>
            <ul>{ for proofs.iter().map(|proof| html! { <li>{ line(proof, lang) }</li> }) }</ul>
        </details>
    }
}

/// The evidence, and what it proves.
pub fn line(proof: &Proof<'_>, lang: Lang) -> Html {
    html! { <><b>{ proof.name }</b>{ lang.pick("：", ": ") }{ proof.facts.join(lang.pick("、", ", ")) }</> }
}
