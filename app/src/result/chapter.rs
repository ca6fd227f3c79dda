//! A chapter of a pack: its conditions in their order.

use crate::{
    result::{criterion, purpose::Purpose},
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
) -> Html {
    if judged.is_empty() {
        return Html::default();
    }
    let all_satisfied = judged.iter().all(|judged| criterion::satisfied(judged, purpose).is_some());
    html! {
        <div class={classes!("card", "chapter", all_satisfied.then_some("satisfied"))}>
            <h3>{ name }</h3>
            <ul class="plain">{ for judged.iter().map(|judged| criterion::view(store, assessment, judged, purpose)) }</ul>
        </div>
    }
}
