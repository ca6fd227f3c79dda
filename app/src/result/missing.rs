//! Unanswered questions that could still change a verdict, linked to their place in the form.

use crate::{address::Address, draft::key_of, result::words, rulebook::Rules, store::Store, words::Lang};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, FactRef, Guide};

/// Name of a fact, with its year.
pub fn name_of(rules: &Rules, place: FactRef, lang: Lang) -> String {
    let term = rules.terms().term(place.fact).map_or("", |term| term.term().get(lang));
    match place.year {
        Some(year) => words::of_year(term, year, lang),
        None => term.to_owned(),
    }
}

/// How few answers could settle the level that is nearest to it, what to answer first, and what waits until the
/// person knows it.
pub fn next_questions(store: &Store, assessments: &[Assessment<'_, '_>], guide: &Guide) -> Html {
    const SHOWN: usize = 3;
    let (model, lang) = (store.model(), store.lang());
    let unsure = model.draft.unsure(model.rules.terms());
    let order = guide.order();
    html! {
        <div class="next">
            if !order.is_empty() {
                <p>{ nearest(store, assessments, guide) }</p>
                <ul class="chips">{ for order.into_iter().take(SHOWN).map(|place| link(store, place)) }</ul>
            }
            if !unsure.is_empty() { <p class="note">{ words::told_apart(unsure.len(), lang) }</p> }
        </div>
    }
}

/// What the nearest level takes; without a number where there are too many ways to tell.
fn nearest(store: &Store, assessments: &[Assessment<'_, '_>], guide: &Guide) -> String {
    let lang = store.lang();
    let fewest = |level: usize| guide.fewest(level).and_then(|fewest| fewest.met.or(fewest.unmet));
    let levels = assessments.iter().enumerate();
    let nearest =
        levels.filter_map(|(level, assessment)| Some((fewest(level)?, assessment))).min_by_key(|(n, _)| *n);
    let Some((count, assessment)) = nearest else {
        return words::ANSWER_FIRST.get(lang).to_owned();
    };
    let name = store.model().rules.scheme_title(assessment.pack().scheme(), lang);
    words::settles(count, name, lang)
}

/// A link to a question.
pub fn link(store: &Store, place: FactRef) -> Html {
    let rules = &store.model().rules;
    let question = Address::Form(Some(key_of(rules.terms(), place)));
    html! { <li><a href={question.href()}>{ name_of(rules, place, store.lang()) }</a></li> }
}
