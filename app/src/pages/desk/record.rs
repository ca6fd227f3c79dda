//! A past test, judged by the packs that judged it then.

use crate::{
    action::Action,
    app::Store,
    effects,
    pages::{
        desk::{contribute, lost, tell},
        heading,
    },
    record::Record,
    report,
    route::Route,
    words::{Lang, say},
};
use yew::prelude::*;
use zjtx_evaluator::evaluate;

/// Draws the page.
pub fn view(store: &Store, id: &str) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let Some(record) = model.record(id) else { return lost::view(lang) };
    let dossier = record.draft.dossier(model.rules.terms());
    let packs = record.results.iter().filter_map(|result| model.rules.pack(&result.pack));
    let assessments: Vec<_> = packs.map(|pack| evaluate(pack, &dossier)).collect();
    html! {
        <div class="page">
            <p class="note">{ record.firm(lang).to_owned() }{ " · " }{ &record.kept_at }</p>
            { heading(lang.pick("最终判断结果", "Verdict")) }
            { changed_rules(store, record) }
            { report::whole(store, &record.draft, &assessments) }
            <p class="actions screen-only">
                { edit_button(store, record, lang) }
                { report::tools(store, &record.draft, &assessments) }
            </p>
            { contribute::view(store, &record.draft, &assessments) }
            { tell::view(store, &assessments) }
        </div>
    }
}

/// Packs that are gone or were revised since.
fn changed_rules(store: &Store, record: &Record) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let changed: Vec<&str> = record
        .results
        .iter()
        .filter(|result| !result.is_current(&model.rules))
        .map(|result| result.pack.as_str())
        .collect();
    if changed.is_empty() {
        return Html::default();
    }
    let packs = changed.join(lang.pick("、", ", "));
    html! {
        <p class="notice warn">{ say!(
            lang,
            "以下规则包在当时判断之后已修订或不再提供，这里按现有修订版显示：{packs}",
            "These rule packs were revised or withdrawn since; what stands here is by their present revision: {packs}"
        ) }</p>
    }
}

/// Opens the answers of a record in the form, as a new test.
pub fn edit_button(store: &Store, record: &Record, lang: Lang) -> Html {
    let edit = store.on::<()>(Action::Edit { id: record.id.clone() });
    let onclick = Callback::from(move |_: MouseEvent| {
        edit.emit(());
        effects::go(&Route::Form(None));
    });
    html! { <button type="button" class="button quiet" {onclick}>{ lang.pick("编辑", "Edit") }</button> }
}
