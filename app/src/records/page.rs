//! Past tests of the present firm 「自测结果查询」: found by a filter, a page of them at a time.

use crate::{
    address::Address,
    effects,
    records::{
        act::Act,
        filters,
        item::Item,
        row::{Filter, Row},
        state::History,
        stored::Unreadable,
        whole,
    },
    shell::heading::heading,
    store::Store,
    words::{Lang, say},
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
            { heading(lang.pick("自测结果查询", "Past tests")) }
            { whole::view(store) }
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
        return lang.pick("正在读取…", "Reading…").to_owned();
    }
    let all = history.count(slot);
    if found <= SHOWN {
        return say!(lang, "共 {all} 条，列出 {found} 条", "{found} of {all}");
    }
    let (start, end) = (from + 1, found.min(from + SHOWN));
    say!(
        lang,
        "共 {all} 条，符合 {found} 条，列出第 {start}–{end} 条",
        "{found} of {all}; these are {start}–{end}"
    )
}

/// The way to the comparison of two.
fn comparing(history: &History, chosen: &[String], lang: Lang) -> Html {
    let there: Vec<&String> = chosen.iter().filter(|id| history.row(id).is_some()).collect();
    match there.as_slice() {
        [] => Html::default(),
        [a, b] => html! {
            <p class="notice actions" role="status">
                { lang.pick("已选两次自测", "Two tests are chosen") }
                <a class="button" href={Address::Compare((*a).clone(), (*b).clone()).href()}>{ lang.pick("比较这两次", "Compare them") }</a>
            </p>
        },
        _ => {
            html! { <p class="notice" role="status">{ lang.pick("已选一次自测，再选一次即可比较。", "One test is chosen; choose another to compare.") }</p> }
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
                effects::focus::on("title");
            };
            html! { <button type="button" class="button quiet" {onclick}>{ name }</button> }
        })
    };
    html! {
        <p class="actions">
            { for turn(from.checked_sub(SHOWN), lang.pick("上一页", "Previous page")) }
            { for turn(Some(from + SHOWN).filter(|next| *next < found), lang.pick("下一页", "Next page")) }
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
            <h2 id="unreadable">{ lang.pick("看不懂的记录", "Records that cannot be read") }</h2>
            <p>{ lang.pick("可能已损坏，或由更新的版本保存。它们原样保留在本机，可以导出后用新版本打开。", "They may be damaged, or kept by a newer version. They stay on this device as they are and can be exported.") }</p>
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
            <button type="button" class="button quiet" onclick={onexport}>{ lang.pick("导出原文", "Export as it is") }</button>
            <button type="button" class="button quiet" onclick={ondiscard}>{ lang.pick("删除", "Delete") }</button>
        </li>
    }
}
