//! The result as a plan: what can be applied for, what is lacking, from when, and where.

use crate::{
    advice::part,
    draft::Draft,
    result::{fold::fold, missing, words},
    split::use_later,
    standing::State,
    store::Store,
};
use std::rc::Rc;
use yew::prelude::*;
use zjtx_evaluator::{Assessment, FactRef, Judged, Truth};

/// Draws the plan.
pub fn view(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>]) -> Html {
    let lang = store.lang();
    if assessments.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card plan" aria-labelledby="plan">
            <h2 id="plan">{ words::PLAN.get(lang) }</h2>
            <dl>
                <div><dt>{ words::NOW.get(lang) }</dt><dd>{ now(store, assessments) }</dd></div>
                <div><dt>{ words::LACKS.get(lang) }</dt><dd>{ lacks(store, assessments) }</dd></div>
                <Later store={store.clone()} draft={Rc::new(draft.clone())} />
                { open(store, draft, assessments) }
            </dl>
        </section>
    }
}

fn name(store: &Store, assessment: &Assessment<'_, '_>) -> String {
    store.model().rules.scheme_title(assessment.pack().scheme(), store.lang()).to_owned()
}

fn now(store: &Store, assessments: &[Assessment<'_, '_>]) -> String {
    let met = assessments.iter().filter(|assessment| assessment.verdict() == Truth::Met);
    let names: Vec<String> = met.map(|assessment| name(store, assessment)).collect();
    if names.is_empty() {
        words::NONE_YET.get(store.lang()).to_owned()
    } else {
        names.join(words::LIST_COMMA.get(store.lang()))
    }
}

/// What is not met of each level; what is not answered is no gap.
fn lacks(store: &Store, assessments: &[Assessment<'_, '_>]) -> Html {
    let lang = store.lang();
    let unmet = |assessment: &Assessment<'_, '_>| {
        let is_unmet = |judged: &&Judged<'_>| State::of_judged(judged) == State::Unmet;
        let vetoes: Vec<&str> = assessment.vetoes().iter().map(|veto| veto.criterion.id.as_str()).collect();
        let title = |judged: &Judged<'_>| {
            let title = judged.criterion.title.get(lang);
            let is_veto = vetoes.contains(&judged.criterion.id.as_str());
            if is_veto { words::not_the_case(title, lang) } else { title.to_owned() }
        };
        let titles: Vec<String> = assessment.top_level().filter(is_unmet).map(title).collect();
        (!titles.is_empty() && assessment.verdict() != Truth::Met).then(|| {
            [&name(store, assessment), words::COLON.get(lang), &words::unmet(&titles, lang)].concat()
        })
    };
    let lines: Vec<String> = assessments.iter().filter_map(unmet).collect();
    if lines.is_empty() {
        return html! { words::LACKS_NOTHING.get(lang) };
    }
    html! { { for lines.into_iter().map(|line| html! { <p>{ line }</p> }) } }
}

/// Open answers, the most decisive first, with what waits until the person knows it told apart.
fn open(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>]) -> Html {
    const SHOWN: usize = 4;
    let lang = store.lang();
    let unsure = draft.unsure(store.model().rules.terms());
    // By how decisive each is; the guide's own order would load the guide with every result.
    let mut places: Vec<FactRef> = Vec::new();
    for is_unsure in [false, true] {
        let missing = assessments.iter().flat_map(Assessment::missing);
        for place in missing.filter(|place| unsure.contains(place) == is_unsure) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    if places.is_empty() {
        return Html::default();
    }
    let (first, rest) = places.split_at(places.len().min(SHOWN));
    let list = |places: &[FactRef]| {
        html! { <ul class="chips">{ for places.iter().map(|place| missing::link(store, *place)) }</ul> }
    };
    html! {
        <div>
            <dt>{ words::open(places.len(), lang) }</dt>
            <dd>
                { list(first) }
                if !rest.is_empty() { { fold(words::more(rest.len(), lang), list(rest)) } }
                if !unsure.is_empty() { <p class="note">{ words::told_apart(unsure.len(), lang) }</p> }
            </dd>
        </div>
    }
}

/// Properties of the rows.
#[derive(Clone, PartialEq, Properties)]
struct LaterProps {
    store: Store,
    draft: Rc<Draft>,
}

/// From when each level that is not met could be, and the rounds to come: told by a part that is loaded meanwhile.
#[component]
fn Later(props: &LaterProps) -> Html {
    use_later(part::outlook).map_or_else(Html::default, |tell| tell(&props.store, &props.draft))
}
