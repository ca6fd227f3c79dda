//! What a result is for: region, kind of application and day.

use crate::{
    address::Address,
    result::{passed, words},
    store::Store,
};
use yew::prelude::*;

/// What the form is for: region, kind, day, and the way to change them.
pub fn scope_line(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let scope = &model.draft.scope;
    let region = scope.home(&model.rules);
    html! {
        <>
        { passed::view(store) }
        <p class="note scope">
            { model.rules.region_name(region, lang).to_owned() }{ " · " }
            { words::application_kind(scope.application_kind, lang) }{ " · " }
            { words::RULES_OF.get(lang) }{ scope.as_of.to_string() }{ " " }
            <a href={Address::Start.href()}>{ words::CHANGE_SCOPE.get(lang) }</a>
        </p>
        </>
    }
}
