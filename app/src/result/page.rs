//! The result of the form as it is filled in now.

use crate::{
    address::Address,
    hosting::tell,
    preparation::link::link,
    records::state::History,
    result::{otherwise, purpose::Purpose, scope_line::scope_line, tools, whole, words},
    shell::heading::heading,
    shell::titles,
    standing::assess,
    statistics::offer,
    store::Store,
};
use yew::prelude::*;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let dossier = model.draft.dossier(model.rules.terms());
    let assessments = assess(&model.draft.scope, &model.rules, &dossier);
    html! {
        <div class="page">
            { scope_line(store) }
            { heading(words::VERDICT.get(lang)) }
            if !model.draft.firm().is_empty() { <p class="lead">{ model.draft.firm().to_owned() }</p> }
            { submitted(store) }
            { whole::whole(store, &model.draft, &assessments, Purpose::Result, next(store)) }
            <p class="actions screen-only">
                <a class="button quiet" data-act="resume" href={Address::All.href()}>{ words::GO_ON.get(lang) }</a>
                { tools::tools(store, &model.draft, &assessments) }
            </p>
            <otherwise::Otherwise store={store.clone()} />
            { offer::view(store, &model.draft, &assessments) }
            { tell::view(store, &assessments) }
        </div>
    }
}

fn next(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <>
            <a class="button" href={Address::Routes(None).href()}>{ titles::name(&Address::Routes(None), lang) }</a>
            { link(store, None) }
            { tools::print_button(lang) }
        </>
    }
}

/// Whether what is shown was submitted, and the way to do so.
fn submitted(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let history = History::of(model);
    let kept = history.records.values().find(|record| record.draft == *model.draft);
    html! {
        <p class="note screen-only submitted">
            { match kept {
                Some(record) => words::submitted(&record.kept_at, lang),
                None => words::NOT_SUBMITTED.get(lang).to_owned(),
            } }
            if kept.is_none() {
                { " " }<a data-act="review" href={Address::Review.href()}>{ words::REVIEW.get(lang) }</a>
            }
        </p>
    }
}
