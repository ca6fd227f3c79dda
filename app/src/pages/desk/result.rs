//! The result of the form as it is filled in now.

use super::{contribute, otherwise, preparation, tell};
use crate::{address::Address, pages::heading, report, standing::assess, store::Store};
use yew::prelude::*;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let dossier = model.draft.dossier(model.rules.terms());
    let assessments = assess(&model.draft.scope, &model.rules, &dossier);
    html! {
        <div class="page">
            { report::scope_line(store) }
            { heading(lang.pick("最终判断结果", "Verdict")) }
            if !model.draft.firm().is_empty() { <p class="lead">{ model.draft.firm().to_owned() }</p> }
            { report::whole(store, &model.draft, &assessments, next(store)) }
            <p class="actions screen-only">
                <a class="button quiet" href={Address::Form(None).href()}>{ lang.pick("返回填写", "Back to the form") }</a>
                { report::tools(store, &model.draft, &assessments) }
            </p>
            <otherwise::Otherwise store={store.clone()} />
            { contribute::view(store, &model.draft, &assessments) }
            { tell::view(store, &assessments) }
        </div>
    }
}

fn next(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <>
            <a class="button" href={Address::Routes(None).href()}>{ lang.pick("差距与路径", "Gaps and routes") }</a>
            { preparation::link(store, None) }
            { report::print_button(lang) }
        </>
    }
}
