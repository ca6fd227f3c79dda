//! 「两版对照」: the list beside another day or kind of application: how many firms go from which verdict to which, by
//! which condition, and the workbook with the firms.

use crate::{
    effects::focus,
    lists::{
        charts,
        filters::condition,
        messages::{Against, Comparison, Filter, Reached},
        moves::{self, reached},
        session, words,
    },
    shell::table::table,
    store::Store,
    words::{Lang, warning},
};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zjtx_evaluator::{ApplicationKind, Date};

/// Properties of the card.
#[derive(Clone, PartialEq, Properties)]
pub struct CompareProps {
    /// The state of the whole page.
    pub store: Store,
    /// Which firms are listed.
    pub filter: Filter,
    /// What came of the last comparison.
    pub compared: Option<Rc<Vec<Comparison>>>,
    /// Whether a file is being made.
    pub busy: bool,
}

/// Draws the card.
#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let (lang, scope) = (props.store.lang(), &props.store.model().draft.scope);
    let against = use_state(|| Against { as_of: scope.as_of, kind: scope.application_kind });
    let (asked, store) = (*against, props.store.clone());
    let levels = props.compared.iter().flat_map(|levels| levels.iter()).enumerate();
    html! {
        <section class="card" aria-labelledby="batch-compare">
            <h2 id="batch-compare">{ words::COMPARISON.get(lang) }</h2>
            <p class="lead">{ words::COMPARISON_LEAD.get(lang) }</p>
            { fields(&against, lang) }
            <p class="actions">
                <button type="button" class="button" data-act="compare" disabled={props.busy}
                    onclick={move |_: MouseEvent| session::compare(&store, asked, lang)}>
                    { words::COMPARE_AND_SAVE.get(lang) }
                </button>
            </p>
            <div role="status">
                if props.compared.is_some() { <p class="note">{ moves::small(lang) }{ " " }{ warning(lang) }</p> }
            </div>
            { for levels.map(|(at, level)| comparison(props, at, level)) }
        </section>
    }
}

/// The other day and kind.
fn fields(against: &UseStateHandle<Against>, lang: Lang) -> Html {
    let (by_day, by_kind) = (against.clone(), against.clone());
    let onday = Callback::from(move |event: Event| {
        if let Some(as_of) = Date::parse(&event.target_unchecked_into::<HtmlInputElement>().value()) {
            by_day.set(Against { as_of, ..*by_day });
        }
    });
    let onkind = Callback::from(move |event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(kind) = ApplicationKind::from_id(&id) {
            by_kind.set(Against { kind, ..*by_kind });
        }
    });
    let day = focus::day_beside_typing("batch-other-day", against.as_of);
    html! {
        <div class="filters">
            <p><label for="batch-other-day">{ words::BY_THE_DAY.get(lang) }</label>
                <input id="batch-other-day" class="field" type="date" value={day}
                    onchange={onday} /></p>
            <p><label for="batch-other-kind">{ words::APPLICATION_KIND.get(lang) }</label>
                <select id="batch-other-kind" class="field" onchange={onkind}>
                    { for ApplicationKind::ALL.map(|kind| html! {
                        <option value={kind.id()} selected={against.kind == kind}>
                            { words::application_kind(kind, lang) }
                        </option>
                    }) }
                </select></p>
        </div>
    }
}

/// A level: its matrix and chart, the areas, and the conditions that made changes.
fn comparison(props: &CompareProps, at: usize, level: &Comparison) -> Html {
    let (store, lang) = (&props.store, props.store.lang());
    let title = store.model().rules.scheme_title(&level.scheme, lang).to_owned();
    html! {
        <>
            { moves::matrix(store, &props.filter, at, title, &level.moves) }
            { charts::flow(&level.moves, lang) }
            { areas(store, &level.areas) }
            { conditions(store, level) }
        </>
    }
}

fn areas(store: &Store, areas: &[(String, Reached, Reached, u64)]) -> Html {
    let lang = store.lang();
    let row = |(area, before, after, firms): &(String, Reached, Reached, u64)| {
        html! {
            <tr>
                <th scope="row">{ moves::area(store, area) }</th>
                <td>{ reached(*before, lang) }{ " → " }{ reached(*after, lang) }</td>
                <td class="number">{ firms }</td>
            </tr>
        }
    };
    let heads = [words::AREA, words::FROM_TO, words::HOW_MANY].map(|head| html! { head.get(lang) });
    html! {
        <details>
            <summary>{ words::BY_AREA.get(lang) }</summary>
            { table(heads, areas.iter().map(row)) }
        </details>
    }
}

fn conditions(store: &Store, level: &Comparison) -> Html {
    let lang = store.lang();
    html! {
        if !level.conditions.is_empty() {
            <details>
                <summary>{ words::BY_CONDITION.get(lang) }</summary>
                <ul>{ for level.conditions.iter().map(|(pack, id, before, after, firms)| html! {
                    <li>
                        { reached(*before, lang) }{ " → " }{ reached(*after, lang) }{ " " }
                        { condition(store, pack, id) }{ " " }{ words::firms(*firms, lang) }
                    </li>
                }) }</ul>
            </details>
        }
    }
}
