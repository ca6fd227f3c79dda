//! A chapter of a pack: its conditions in their order.

use crate::{
    result::{
        criterion::{self, Shown},
        purpose::Purpose,
    },
    standing::State,
    store::Store,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Judged};

/// Draws a chapter; nothing for an empty one.
pub fn view(
    store: &Store,
    assessment: &Assessment<'_, '_>,
    name: &str,
    judged: &[Judged<'_>],
    purpose: Purpose,
    is_veto: bool,
) -> Html {
    if judged.is_empty() {
        return Html::default();
    }
    let all_satisfied = judged.iter().all(|judged| criterion::satisfied(judged, purpose).is_some());
    let shown = Shown { purpose, is_veto, is_needless: false };
    let mut sorted: Vec<&Judged<'_>> = judged.iter().collect();
    if purpose.is_result() {
        sorted.sort_by_key(|judged| urgency(judged));
    }
    html! {
        <div class={classes!("card", "chapter", all_satisfied.then_some("satisfied"))}>
            <h3>{ name }</h3>
            <ul class="plain">{ for sorted.into_iter().map(|judged| criterion::view(store, assessment, judged, shown)) }</ul>
        </div>
    }
}

/// What is not met comes first, then what is open.
fn urgency(judged: &Judged<'_>) -> u8 {
    match State::of_judged(judged) {
        State::Unmet => 0,
        State::Open => 1,
        State::Review => 2,
        State::Met => 3,
    }
}
