//! 「差距与路径」: what would have to change, and trying it out.

use crate::records::state::History;
use crate::{
    address::Address,
    advice::{
        findings::Findings,
        trial::{Attempt, Trial},
        tryout::Tryout,
    },
    draft::Draft,
    effects,
    records::reading,
    result::scope_line::scope_line,
    shell::heading::heading,
    store::Store,
    words::{self, say},
};
use std::rc::Rc;
use yew::prelude::*;
use zjtx_evaluator::closed_years;

/// Draws the page for the form as it is filled in, or for a past test.
pub fn view(store: &Store, record: Option<&str>) -> Html {
    match record {
        None => page(store, Rc::clone(&store.model().draft), None),
        Some(id) => reading::read(store, id, |record| page(store, Rc::new(record.draft.clone()), Some(id))),
    }
}

fn page(store: &Store, draft: Rc<Draft>, record: Option<&str>) -> Html {
    let record = record.map(str::to_owned);
    let key = record.clone().unwrap_or_default();
    html! { <Routes {key} store={store.clone()} {draft} {record} /> }
}

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
struct RoutesProps {
    store: Store,
    draft: Rc<Draft>,
    record: Option<String>,
}

#[component]
fn Routes(props: &RoutesProps) -> Html {
    let RoutesProps { store, draft, record } = props;
    let lang = store.lang();
    let trial = use_reducer(Trial::default);
    let take = use_callback(trial.dispatcher(), |answers, trial| {
        trial.dispatch(Attempt::Take(answers));
        effects::focus::on("tryout");
    });
    let back = record.clone().map_or(Address::Result, Address::Record);
    html! {
        <div class="page">
            { origin(store, draft, record.as_deref()) }
            { heading(lang.pick("差距与路径", "Gaps and routes")) }
            if !draft.firm().is_empty() { <p class="lead">{ draft.firm().to_owned() }</p> }
            <p class="notice warn screen-only">
                { lang.pick("按目前填写的内容判断。", "Judged by what is filled in now. ") }
                { closed_years(lang) }{ " " }<b>{ words::warning(lang) }</b>
            </p>
            <Findings store={store.clone()} draft={Rc::clone(draft)} {take} />
            <Tryout store={store.clone()} draft={Rc::clone(draft)} trial={(*trial).clone()} dispatch={trial.dispatcher()} />
            <p class="actions screen-only">
                <a class="button quiet" href={back.href()}>{ lang.pick("返回结果", "Back to the result") }</a>
                <button type="button" class="button quiet" onclick={|_| effects::files::print()}>
                    { lang.pick("打印一页培育建议", "Print one sheet of what to work for") }
                </button>
            </p>
        </div>
    }
}

/// Whose answers these are.
fn origin(store: &Store, draft: &Draft, record: Option<&str>) -> Html {
    let history = History::of(store.model());
    let kept = record.and_then(|id| history.records.get(id));
    match kept {
        None => html! { <div class="screen-only">{ scope_line(store) }</div> },
        Some(record) => {
            let (at, day) = (&record.kept_at, draft.scope.as_of);
            html! { <p class="note screen-only">{ say!(store.lang(), "自测于 {at} · 规则日期 {day}", "Tested {at} · rules of {day}") }</p> }
        }
    }
}
