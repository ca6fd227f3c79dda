//! Unanswered questions that could still change a verdict, linked to their place in the form.

use crate::{
    address::Address,
    draft::key_of,
    rulebook::Rules,
    store::Store,
    words::{Lang, say},
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, FactRef};

/// Name of a fact, with its year.
pub fn name_of(rules: &Rules, place: FactRef, lang: Lang) -> String {
    let term = rules.terms().term(place.fact).map_or("", |term| term.term().get(lang));
    match place.year {
        Some(year) => say!(lang, "{term}（{year} 年）", "{term} ({year})"),
        None => term.to_owned(),
    }
}

/// All decisive unknowns of a level.
pub fn list(store: &Store, assessment: &Assessment<'_, '_>) -> Html {
    let (missing, lang) = (assessment.missing(), store.lang());
    if missing.is_empty() {
        return Html::default();
    }
    html! {
        <div class="notice">
            <h3>{ lang.pick("还会影响结论的待填项", "Unanswered and still decisive") }</h3>
            <ul class="chips">{ for missing.into_iter().map(|place| link(store, place)) }</ul>
        </div>
    }
}

/// How many facts would settle the level that is nearest to it, and which.
pub fn next_questions(store: &Store, assessments: &[Assessment<'_, '_>]) -> Html {
    const SHOWN: usize = 3;
    let nearest = assessments.iter().map(Assessment::missing).filter(|missing| !missing.is_empty());
    let Some(missing) = nearest.min_by_key(Vec::len) else { return Html::default() };
    let (count, lang) = (missing.len(), store.lang());
    html! {
        <div class="next">
            <p>{ say!(lang, "再答 {count} 项可定一级，先答：", "{count} more answers settle a level; first:") }</p>
            <ul class="chips">{ for missing.into_iter().take(SHOWN).map(|place| link(store, place)) }</ul>
        </div>
    }
}

/// A link to a question.
pub fn link(store: &Store, place: FactRef) -> Html {
    let rules = &store.model().rules;
    let question = Address::Form(Some(key_of(rules.terms(), place)));
    html! { <li><a href={question.href()}>{ name_of(rules, place, store.lang()) }</a></li> }
}
