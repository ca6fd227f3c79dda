//! A chapter of a pack: some of its conditions in their order.

use crate::{
    result::criterion::{self, Shown},
    store::Store,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Judged};

/// Draws a chapter; nothing for an empty one.
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
    html! {
        <div class="card chapter">
            <h3>{ name }</h3>
            <ul class="plain">{ for judged.iter().map(|judged| criterion::view(store, assessment, judged, shown)) }</ul>
        </div>
    }
}
