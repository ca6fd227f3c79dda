//! Doubts 「请核对」 on a result: figures to be looked at again, each with the way to its answer.

use crate::{
    draft::Draft,
    form::doubted::{Doubted, Doubts},
    model::Model,
    result::{missing::link, words},
    store::Store,
};
use std::{collections::BTreeSet, rc::Rc};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Doubt, coarse_industry, doubts};

/// The doubts about a form, for its fields.
pub fn at_fields(model: &Model) -> Doubts {
    let terms = model.rules.terms();
    let dossier = model.draft.dossier(terms);
    let doubted = |doubt: Doubt| {
        let sentence = doubt.sentence(&dossier, terms, model.lang).into();
        let divided = doubt.divided(&dossier, terms).map(AttrValue::from);
        (doubt.places().0, Doubted { sentence, divided })
    };
    Rc::new(doubts(&dossier, terms).into_iter().map(doubted).collect())
}

/// Draws them; nothing where there are none. No verdict depends on them.
pub fn view(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>]) -> Html {
    let (terms, lang) = (store.model().rules.terms(), store.lang());
    let dossier = draft.dossier(terms);
    let coarse = assessments.iter().find_map(|assessment| coarse_industry(assessment.pack(), &dossier));
    let found: Vec<Doubt> = doubts(&dossier, terms).into_iter().chain(coarse).collect();
    if found.is_empty() {
        return Html::default();
    }
    let places: BTreeSet<_> = found.iter().map(|doubt| doubt.places().0).collect();
    html! {
        <section class="notice warn" aria-labelledby="doubts">
            <h2 id="doubts">{ words::PLEASE_CHECK.get(lang) }</h2>
            <ul>{ for found.iter().map(|doubt| html! { <li>{ doubt.sentence(&dossier, terms, lang) }</li> }) }</ul>
            if *store.model().draft == *draft {
                <ul class="chips screen-only">{ for places.into_iter().map(|place| link(store, place)) }</ul>
            }
        </section>
    }
}
