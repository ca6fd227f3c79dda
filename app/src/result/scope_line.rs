//! What a result is for: region, kind of application and day.

use crate::{address::Address, result::passed, store::Store, words};
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
            { lang.pick("适用日期 ", "rules of ") }{ scope.as_of.to_string() }{ " " }
            <a href={Address::Start.href()}>{ lang.pick("更换", "Change") }</a>
        </p>
        </>
    }
}
