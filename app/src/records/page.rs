//! Past tests of the present firm 「自测结果查询」: found by a filter, a page of them at a time.

use crate::{
    address::Address,
    effects,
    records::{
        act::Act,
        filters,
        item::Item,
        replaced,
        row::{Filter, Row},
        state::History,
        stored::Unreadable,
        whole, words,
    },
    shell::heading::heading,
    store::Store,
    words::Lang,
};
use std::rc::Rc;
use yew::prelude::*;

/// Past tests on one page of the list.
const SHOWN: usize = 25;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct RecordsProps {
    /// The state.
    pub store: Store,
}

/// Draws the page.
#[component]
pub fn Records(props: &RecordsProps) -> Html {
    let store = &props.store;
    let (model, lang) = (store.model(), store.lang());
    let filter = use_state(Filter::default);
    let first = use_state(|| 0_usize);
    let asked = use_state(String::new);
    let chosen = use_state(Vec::<String>::new);
    let choose = use_callback(chosen.clone(), |id: String, chosen| chosen.set(with(chosen, id)));
    let ask = use_callback((), {
        let asked = asked.setter();
        move |id: String, ()| asked.set(id)
    });
    let found = use_memo(
        (Rc::clone(&History::of(model).rows), model.firm.slot.clone(), (*filter).clone()),
        |(rows, slot, filter)| find(rows, slot, filter),
    );
    let from = if *first < found.len() { *first } else { 0 };
    let shown = found.iter().skip(from).take(SHOWN);
    html! {
        <div class="page">
            { heading(words::PAST_TESTS.get(lang)) }
            { whole::view(store) }
            { replaced::view(store) }
            { filters::view(store, &filter, &first) }
            { comparing(&History::of(model), &chosen, lang) }
            <p role="status">{ status(&History::of(model), &model.firm.slot, found.len(), from, lang) }</p>
            <ul class="records">
                { for shown.map(|row| html! {
                    <Item
                        key={row.id.clone()}
                        store={store.clone()}
                        row={Rc::clone(row)}
                        chosen={chosen.contains(&row.id)}
                        asked={*asked == row.id}
                        choose={choose.clone()}
                        ask={ask.clone()}
                    />
                }) }
            </ul>
            { turning(found.len(), from, &first, lang) }
            { unreadable(store) }
        </div>
    }
}

/// The rows of a firm that a filter lets through.
fn find(rows: &[Rc<Row>], slot: &str, filter: &Filter) -> Vec<Rc<Row>> {
    rows.iter().filter(|row| row.firm == slot && filter.lets_through(row)).cloned().collect()
}

/// With a test chosen for comparison, or no longer; the two that were chosen last.
fn with(chosen: &[String], id: String) -> Vec<String> {
    let mut next: Vec<String> = chosen.iter().filter(|other| **other != id).cloned().collect();
    if next.len() == chosen.len() {
        next.push(id);
    }
    next.into_iter().rev().take(2).rev().collect()
}

fn status(history: &History, slot: &str, found: usize, from: usize, lang: Lang) -> String {
    if history.is_opening() {
        return words::READING.get(lang).to_owned();
    }
    let all = history.count(slot);
    if found <= SHOWN {
        return words::of(lang, all, found);
    }
    let (start, end) = (from + 1, found.min(from + SHOWN));
    words::of_these_are(lang, all, found, start, end)
}

/// The way to the comparison of two.
fn comparing(history: &History, chosen: &[String], lang: Lang) -> Html {
    let there: Vec<&String> = chosen.iter().filter(|id| history.row(id).is_some()).collect();
    match there.as_slice() {
        [] => Html::default(),
        [a, b] => html! {
            <p class="notice actions" role="status">
                { words::TWO_TESTS_ARE_CHOSEN.get(lang) }
                <a class="button" href={Address::Compare((*a).clone(), (*b).clone()).href()}>
                    { words::COMPARE_THEM.get(lang) }
                </a>
            </p>
        },
        _ => {
            html! { <p class="notice" role="status">{ words::ONE_TEST_IS_CHOSEN.get(lang) }</p> }
        }
    }
}

/// Buttons to the page before and after.
fn turning(found: usize, from: usize, first: &UseStateHandle<usize>, lang: Lang) -> Html {
    let turn = |to: Option<usize>, name: &'static str| {
        let first = first.setter();
        to.map(|to| {
            let onclick = move |_: MouseEvent| {
                first.set(to);
                effects::focus::reach("title");
            };
            html! { <button type="button" class="button quiet" {onclick}>{ name }</button> }
        })
    };
    html! {
        <p class="actions">
            { for turn(from.checked_sub(SHOWN), words::PREVIOUS_PAGE.get(lang)) }
            { for turn(Some(from + SHOWN).filter(|next| *next < found), words::NEXT_PAGE.get(lang)) }
        </p>
    }
}

/// What cannot be read: kept as it is, until the person has saved or deleted it.
fn unreadable(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let history = History::of(model);
    let items: Vec<&Unreadable> = history.aside.iter().filter(|item| item.firm == model.firm.slot).collect();
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="notice warn" aria-labelledby="unreadable">
            <h2 id="unreadable">{ words::RECORDS_THAT_CANNOT_BE.get(lang) }</h2>
            <p>{ words::THEY_MAY_BE_DAMAGED.get(lang) }</p>
            <ul>{ for items.into_iter().map(|item| unreadable_item(store, item, lang)) }</ul>
        </section>
    }
}

fn unreadable_item(store: &Store, item: &Unreadable, lang: Lang) -> Html {
    let (name, text) = (format!("{}.txt", item.key), item.text.clone());
    let onexport = Callback::from(move |_: MouseEvent| {
        // Where the browser refuses the file, the record stays where it is.
        let _ = effects::files::download(&name, &text);
    });
    let ondiscard = store.on(Act::Discard(item.key.clone()).into());
    html! {
        <li class="actions">
            <code>{ &item.key }</code>
            <button type="button" class="button quiet" onclick={onexport}>{ words::EXPORT_AS_IT_IS.get(lang) }</button>
            <button type="button" class="button quiet" onclick={ondiscard}>{ words::DELETE.get(lang) }</button>
        </li>
    }
}
