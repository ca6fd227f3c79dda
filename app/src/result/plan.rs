//! The result as a plan: what can be applied for, what is lacking, from when, and where.

use crate::{
    advice::part,
    draft::Draft,
    result::{missing, words},
    split::use_later,
    standing::State,
    store::Store,
};
use std::rc::Rc;
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Judged, Truth};

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
                { open(store, draft, assessments) }
                <Later store={store.clone()} draft={Rc::new(draft.clone())} />
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
        names.join(words::COMMA.get(store.lang()))
    }
}

/// What is not met of each level; what is not answered is no gap.
fn lacks(store: &Store, assessments: &[Assessment<'_, '_>]) -> Html {
    let lang = store.lang();
    let unmet = |assessment: &Assessment<'_, '_>| {
        let is_unmet = |judged: &&Judged<'_>| State::of_judged(judged) == State::Unmet;
        let titles: Vec<&str> =
            assessment.top_level().filter(is_unmet).map(|judged| judged.criterion.title.get(lang)).collect();
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

/// What is open of each level, with what waits until the person knows it told apart.
fn open(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>]) -> Html {
    let lang = store.lang();
    let open: Vec<_> = assessments.iter().filter(|one| one.verdict() == Truth::Undetermined).collect();
    if open.is_empty() {
        return Html::default();
    }
    let unsure = draft.unsure(store.model().rules.terms()).len();
    html! {
        <div class="screen-only">
            <dt>{ words::OPEN.get(lang) }</dt>
            <dd>
                { for open.into_iter().map(|assessment| html! {
                    <>
                        <p>{ name(store, assessment) }</p>
                        <ul class="chips">{ for assessment.missing().into_iter().map(|place| missing::link(store, place)) }</ul>
                    </>
                }) }
                if unsure > 0 { <p class="note">{ missing::told_apart(unsure, lang) }</p> }
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
