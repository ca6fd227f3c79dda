//! Forms that were replaced before they were submitted 「未提交的填报」, kept until the next submission or for seven days.

use crate::{
    draft::Draft,
    effects,
    records::{act::Act, record::named, words},
    store::Store,
};
use yew::prelude::*;

/// Draws them, the newest first; nothing where there are none.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    let mut kept = effects::storage::replaced(&store.model().firm.slot);
    kept.sort_unstable();
    if kept.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card" aria-labelledby="replaced">
            <h2 id="replaced">{ words::FORMS_NOT_SUBMITTED.get(lang) }</h2>
            <p class="note">{ words::THEY_ARE_KEPT_UNTIL.get(lang) }</p>
            <ul class="plain">{ for kept.into_iter().rev().map(|(moment, text)| item(store, moment, text)) }</ul>
        </section>
    }
}

fn item(store: &Store, moment: u64, text: String) -> Html {
    let lang = store.lang();
    let Some(draft) = Draft::parse(&text) else { return Html::default() };
    let (name, count) = (named(draft.firm(), lang), draft.answered());
    let resume = store.on::<MouseEvent>(Act::Resume(text).into());
    html! {
        <li class="actions">
            <span>{ words::answers_of(lang, name, count, effects::clock::minute(moment as f64)) }</span>
            <button type="button" class="button quiet" onclick={resume}>{ words::BRING_IT_BACK.get(lang) }</button>
        </li>
    }
}
