//! A chapter of a pack: some of its conditions in their order.

use crate::{
    result::criterion::{self, Shown},
    store::Store,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Judged};

/// Draws a chapter, nothing for an empty one; of conditions beyond the first few, one line each.
pub fn view(
    store: &Store,
    assessment: &Assessment<'_, '_>,
    name: &str,
    judged: &[&Judged<'_>],
    shown: Shown,
) -> Html {
    if judged.is_empty() {
        return Html::default();
    }
    let items = judged.iter().enumerate().map(|(at, judged)| {
        let in_full = shown.in_full.saturating_sub(at);
        criterion::view(store, assessment, judged, Shown { in_full, ..shown })
    });
    html! {
        <div class="card chapter">
            <h3>{ name }</h3>
            <ul class="plain">{ for items }</ul>
        </div>
    }
}
