//! Where past tests are kept, and for how long.

use crate::{
    records::{found::Rung, state::History, words},
    store::Store,
    words::Lang,
};
use yew::prelude::*;

/// Says it, for as long as it is not known as “being read”.
pub fn line(store: &Store) -> Html {
    let (history, lang) = (History::of(store.model()), store.lang());
    let class = if matches!(history.rung, Rung::Page | Rung::Partition) { "notice warn" } else { "note" };
    let text = if history.pending > 0 && history.rung != Rung::Page {
        words::BEING_KEPT.get(lang)
    } else {
        told(history.rung, lang)
    };
    html! { <p {class} role="status">{ text }</p> }
}

/// Where it is kept.
pub const fn told(rung: Rung, lang: Lang) -> &'static str {
    match rung {
        Rung::Unopened | Rung::Opening => words::READING.get(lang),
        Rung::Device => words::KEPT_HERE_ONLY.get(lang),
        Rung::Partition => words::KEPT_IN_A_PARTITION.get(lang),
        Rung::Page => words::NOT_KEPT.get(lang),
    }
}
