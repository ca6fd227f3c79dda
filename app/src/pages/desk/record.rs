//! A past test, judged by the packs that judged it then, with the present ones beside it.

use crate::{
    action::Action,
    address::Address,
    history::{Act, Row},
    pages::{
        desk::{contribute, firms::switch_button, kept, lost, preparation, present, revised, tell},
        heading,
    },
    record::Record,
    report,
    store::Store,
    words::{Lang, say},
};
use yew::prelude::*;
use zjtx_evaluator::evaluate;

/// Draws the page.
pub fn view(store: &Store, id: &str) -> Html {
    read(store, id, |record| whole(store, record))
}

/// Draws a page of a past test once it is read; says so where it is another firm's, or there is none.
pub fn read(store: &Store, id: &str, page: impl FnOnce(&Record) -> Html) -> Html {
    let model = store.model();
    match (model.history.row(id), model.history.records.get(id)) {
        (Some(row), _) if row.firm != model.firm.slot => of_another_firm(store, row),
        (_, Some(record)) => page(record),
        (Some(_), None) => reading(store),
        (None, None) => absent(store),
    }
}

/// Stands in for a past test that is not listed, or not yet.
pub fn absent(store: &Store) -> Html {
    if store.model().history.is_opening() { reading(store) } else { lost::view(store.lang()) }
}

/// Stands in for a past test that is on its way.
pub fn reading(store: &Store) -> Html {
    let text = store.lang().pick("正在读取…", "Reading…");
    html! { <div class="page">{ heading(text) }</div> }
}

/// Nothing of another firm is shown before one switches to it.
pub fn of_another_firm(store: &Store, row: &Row) -> Html {
    let (history, lang) = (&store.model().history, store.lang());
    let firm = history.firm(&row.firm).map(|firm| history.name(firm)).unwrap_or_default();
    let switch = say!(lang, "切换到“{firm}”并打开", "Switch to “{firm}” and open it");
    html! {
        <div class="page narrow">
            { heading(lang.pick("这是另一家企业的自测记录", "This past test is another firm's")) }
            <p>{ say!(
                lang,
                "它属于“{firm}”。切换之后，当前企业正在填写的内容仍然保留。",
                "It belongs to “{firm}”. The present firm's form stays as it is when you switch."
            ) }</p>
            <p class="actions">
                { switch_button(store, &row.firm, switch) }
                <a class="button quiet" href={Address::Records.href()}>{ lang.pick("返回当前企业的记录", "Back to the present firm's tests") }</a>
            </p>
        </div>
    }
}

fn whole(store: &Store, record: &Record) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let dossier = record.draft.dossier(model.rules.terms());
    let packs = record.results.iter().filter_map(|result| model.rules.pack(&result.pack));
    let assessments: Vec<_> = packs.map(|pack| evaluate(pack, &dossier)).collect();
    html! {
        <div class="page">
            <p class="note">{ record.firm(lang).to_owned() }{ " · " }{ &record.kept_at }</p>
            { heading(lang.pick("最终判断结果", "Verdict")) }
            { version(store, record) }
            { revised::view(store, record, &assessments) }
            <present::Present key={record.id.clone()} store={store.clone()} id={record.id.clone()} />
            { report::whole(store, &record.draft, &assessments, next(store, &record.id)) }
            <p class="actions screen-only">
                { edit_button(store, &record.id, lang) }
                { report::tools(store, &record.draft, &assessments) }
            </p>
            <div class="screen-only">{ kept::line(store) }</div>
            { contribute::view(store, &record.draft, &assessments) }
            { tell::view(store, &assessments) }
        </div>
    }
}

fn next(store: &Store, id: &str) -> Html {
    let lang = store.lang();
    html! {
        <>
            <a class="button" href={Address::Routes(Some(id.to_owned())).href()}>{ lang.pick("差距与路径", "Gaps and routes") }</a>
            { preparation::link(store, Some(id)) }
            { report::print_button(lang) }
        </>
    }
}

/// Which past test this is a new version of.
fn version(store: &Store, record: &Record) -> Html {
    let lang = store.lang();
    let former = record.draft.edited.as_ref().and_then(|id| store.model().history.row(id));
    let Some(former) = former.filter(|row| row.firm == store.model().firm.slot) else {
        return Html::default();
    };
    let compare = Address::Compare(former.id.clone(), record.id.clone());
    html! {
        <p class="note screen-only">
            { lang.pick("由 ", "A new version of ") }
            <a href={Address::Record(former.id.clone()).href()}>{ former.kept_at.clone() }</a>
            { lang.pick(" 的自测编辑而来 · ", " · ") }
            <a href={compare.href()}>{ lang.pick("比较这两次", "compare them") }</a>
        </p>
    }
}

/// Opens the answers of a record in the form, as a new version.
pub fn edit_button(store: &Store, id: &str, lang: Lang) -> Html {
    let edit = store.on::<MouseEvent>(Action::History(Act::Edit(id.to_owned())));
    html! { <button type="button" class="button quiet" onclick={edit}>{ lang.pick("编辑", "Edit") }</button> }
}
