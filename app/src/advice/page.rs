//! 「差距与路径」: what would have to change, and trying it out.

use crate::{
    address::Address,
    advice::{
        findings::Findings,
        trial::{Attempt, Trial},
        tryout::Tryout,
        words,
    },
    draft::Draft,
    effects,
    records::{reading, state::History},
    result::scope_line::scope_line,
    shell::heading::heading,
    store::Store,
    words::warning,
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
    let take = use_callback(trial.dispatcher(), |(outlook, answers), trial| {
        trial.dispatch(Attempt::Take(outlook, answers));
        effects::focus::reach("tryout");
    });
    let back = record.clone().map_or(Address::Result, Address::Record);
    html! {
        <div class="page">
            { origin(store, draft, record.as_deref()) }
            { heading(words::GAPS_AND_ROUTES.get(lang)) }
            if !draft.firm().is_empty() { <p class="lead">{ draft.firm().to_owned() }</p> }
            <p class="notice warn screen-only">
                { words::JUDGED_BY_WHAT_IS.get(lang) }
                { closed_years(lang) }{ " " }<b>{ warning(lang) }</b>
            </p>
            <Findings store={store.clone()} draft={Rc::clone(draft)} {take} />
            <Tryout store={store.clone()} draft={Rc::clone(draft)} trial={(*trial).clone()}
                dispatch={trial.dispatcher()} />
            <p class="actions screen-only">
                <a class="button quiet" href={back.href()}>{ words::BACK_TO_THE_RESULT.get(lang) }</a>
                <button type="button" class="button quiet" onclick={|_| effects::files::print()}>
                    { words::PRINT_ONE_SHEET_OF.get(lang) }
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
            html! { <p class="note screen-only">{ words::tested_rules_of(store.lang(), at, day) }</p> }
        }
    }
}
