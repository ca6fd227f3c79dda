//! A past test, judged by the packs that judged it then, with the present ones beside it.

use crate::{
    address::Address,
    hosting::tell,
    preparation::link::link,
    records::{
        edit_button::edit_button, kept, present, reading::read, record::Record, revised, state::History,
        words,
    },
    result::{purpose::Purpose, tools, whole},
    shell::heading::heading,
    statistics::offer,
    store::Store,
};
use yew::prelude::*;
use zjtx_evaluator::evaluate;

/// Draws the page.
pub fn view(store: &Store, id: &str) -> Html {
    read(store, id, |record| whole(store, record))
}

fn whole(store: &Store, record: &Record) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let dossier = record.draft.dossier(model.rules.terms());
    let packs = record.results.iter().filter_map(|result| model.rules.pack(&result.pack));
    let assessments: Vec<_> = packs.map(|pack| evaluate(pack, &dossier)).collect();
    html! {
        <div class="page">
            <p class="note">{ record.firm(lang).to_owned() }{ " · " }{ &record.kept_at }</p>
            { heading(words::VERDICT.get(lang)) }
            { version(store, record) }
            { revised::view(store, record, &assessments) }
            <present::Present key={record.id.clone()} store={store.clone()} id={record.id.clone()} />
            { whole::whole(store, &record.draft, &assessments, Purpose::Past, next(store, &record.id)) }
            <p class="actions screen-only">
                { edit_button(store, &record.id, lang) }
                { tools::tools(store, &record.draft, &assessments) }
            </p>
            <div class="screen-only">{ kept::line(store) }</div>
            { offer::view(store, &record.draft, &assessments) }
            { tell::view(store, &assessments) }
        </div>
    }
}

fn next(store: &Store, id: &str) -> Html {
    let lang = store.lang();
    html! {
        <>
            <a class="button" href={Address::Routes(Some(id.to_owned())).href()}>
                { words::GAPS_AND_ROUTES.get(lang) }
            </a>
            { link(store, Some(id)) }
            { tools::print_button(lang) }
        </>
    }
}

/// Which past test this is a new version of.
fn version(store: &Store, record: &Record) -> Html {
    let lang = store.lang();
    let history = History::of(store.model());
    let former = record.draft.edited.as_ref().and_then(|id| history.row(id));
    let Some(former) = former.filter(|row| row.firm == store.model().firm.slot) else {
        return Html::default();
    };
    let compare = Address::Compare(former.id.clone(), record.id.clone());
    html! {
        <p class="note screen-only">
            { words::A_NEW_VERSION_OF.get(lang) }
            <a href={Address::Record(former.id.clone()).href()}>{ former.kept_at.clone() }</a>
            { words::EDITED_FROM_IT.get(lang) }
            <a href={compare.href()}>{ words::COMPARE_THEM_INLINE.get(lang) }</a>
        </p>
    }
}
