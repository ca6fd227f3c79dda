//! 「改」: from a figure to its question.

use crate::{
    address::Address,
    result::{purpose::Purpose, words},
    store::Store,
};
use std::collections::BTreeSet;
use yew::prelude::*;
use zjtx_evaluator::{Body, Criterion, FactIx};

/// The ways to the questions of a condition; none of a past test, which stays as it was.
pub fn links(store: &Store, criterion: &Criterion, purpose: Purpose) -> Html {
    let Body::Test { test, .. } = &criterion.body else { return Html::default() };
    if purpose != Purpose::Result {
        return Html::default();
    }
    let mut facts = BTreeSet::new();
    test.each_fact(&mut |fact| {
        facts.insert(fact);
    });
    html! { <p class="edit screen-only">{ for facts.into_iter().map(|fact| link(store, fact)) }</p> }
}

fn link(store: &Store, fact: FactIx) -> Html {
    let (terms, lang) = (store.model().rules.terms(), store.lang());
    let Some(term) = terms.term(fact) else { return Html::default() };
    let act = format!("edit-{}", term.id());
    let href = Address::Form(Some(term.id().to_owned())).href();
    html! { <a data-act={act} {href}>{ words::change(term.term().get(lang), lang) }</a> }
}
