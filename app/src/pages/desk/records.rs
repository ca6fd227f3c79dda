//! Past tests on this device 「自测结果查询」.

use crate::{
    action::Action,
    app::Store,
    effects,
    pages::{desk::record::edit_button, heading},
    record::{Record, Unreadable},
    report::verdict_mark,
    route::Route,
    words::{self, Lang, say},
};
use web_sys::{HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::prelude::*;
use zjtx_evaluator::Truth;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct RecordsProps {
    /// The state.
    pub store: Store,
}

/// What is searched for.
#[derive(Clone, Default, PartialEq)]
struct Filter {
    name: String,
    verdict: Option<Truth>,
}

impl Filter {
    fn lets_through(&self, record: &Record) -> bool {
        let verdict = |wanted| record.results.iter().any(|result| result.truth() == wanted);
        record.draft.firm().contains(self.name.trim()) && self.verdict.is_none_or(verdict)
    }
}

/// Draws the page.
#[component]
pub fn Records(props: &RecordsProps) -> Html {
    let store = &props.store;
    let (model, lang) = (store.model(), store.lang());
    let filter = use_state(Filter::default);
    let asked = use_state(String::new);
    let found: Vec<&Record> = model.records.iter().filter(|record| filter.lets_through(record)).collect();
    let (shown, all) = (found.len(), model.records.len());
    html! {
        <div class="page">
            { heading(lang.pick("自测结果查询", "Past tests")) }
            <p class="note">{ lang.pick("只列出本机这个浏览器里保存的自测。", "Tests kept in this browser on this device.") }</p>
            { filters(&filter, lang) }
            <p role="status">{ say!(lang, "共 {all} 条，列出 {shown} 条", "{shown} of {all}") }</p>
            <ul class="records">{ for found.into_iter().map(|record| item(store, record, &asked)) }</ul>
            { unreadable(store) }
        </div>
    }
}

fn filters(filter: &UseStateHandle<Filter>, lang: Lang) -> Html {
    let (by_name, by_verdict) = (filter.clone(), filter.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        let name = event.target_unchecked_into::<HtmlInputElement>().value();
        by_name.set(Filter { name, ..(*by_name).clone() });
    });
    let onchange = Callback::from(move |event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        by_verdict.set(Filter { verdict: truth_of(&id), ..(*by_verdict).clone() });
    });
    html! {
        <form class="filters card" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <p><label for="filter-name">{ lang.pick("企业全称", "Enterprise") }</label>
                <input id="filter-name" class="field" type="search" value={filter.name.clone()} {oninput} /></p>
            <p><label for="filter-verdict">{ lang.pick("最终判断结果", "Verdict") }</label>
                <select id="filter-verdict" class="field" {onchange}>
                    <option value="">{ lang.pick("全部", "All") }</option>
                    { for [("met", Truth::Met), ("unmet", Truth::Unmet), ("undetermined", Truth::Undetermined)].map(|(id, truth)| html! {
                        <option value={id} selected={filter.verdict == Some(truth)}>{ words::verdict(truth, lang) }</option>
                    }) }
                </select></p>
        </form>
    }
}

fn truth_of(id: &str) -> Option<Truth> {
    match id {
        "met" => Some(Truth::Met),
        "unmet" => Some(Truth::Unmet),
        "undetermined" => Some(Truth::Undetermined),
        _ => None,
    }
}

fn item(store: &Store, record: &Record, asked: &UseStateHandle<String>) -> Html {
    let (model, lang) = (store.model(), store.lang());
    html! {
        <li key={record.id.clone()} class="card record">
            <h2><a href={Route::Record(record.id.clone()).href()}>{ record.firm(lang).to_owned() }</a></h2>
            <p class="note">{ &record.kept_at }{ lang.pick(" · 规则日期 ", " · rules of ") }{ record.draft.scope.as_of.to_string() }</p>
            <ul class="plain">{ for record.results.iter().map(|result| html! {
                <li>{ model.rules.scheme_title(&result.scheme, lang).to_owned() }{ " " }{ verdict_mark(result.truth(), lang) }</li>
            }) }</ul>
            <p class="actions">
                <a class="button quiet" href={Route::Record(record.id.clone()).href()}>{ lang.pick("详情", "Details") }</a>
                { edit_button(store, record, lang) }
                { copy_button(store, record) }
                { deletion(record, store, asked) }
            </p>
        </li>
    }
}

/// Keeps the same answers once more, judged by the rules of their day.
fn copy_button(store: &Store, record: &Record) -> Html {
    let (copying, draft) = (store.clone(), record.draft.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (id, kept_at) = effects::now();
        let copy = Record::of(&draft, id, kept_at, &copying.model().rules);
        copying.send(Action::Keep(Box::new(copy)));
    });
    html! { <button type="button" class="button quiet" {onclick}>{ store.lang().pick("复制", "Duplicate") }</button> }
}

fn deletion(record: &Record, store: &Store, asked: &UseStateHandle<String>) -> Html {
    let lang = store.lang();
    let (ask, id) = (asked.setter(), record.id.clone());
    if **asked != record.id {
        let onclick = move |_: MouseEvent| ask.set(id.clone());
        return html! { <button type="button" class="button quiet" {onclick}>{ lang.pick("删除", "Delete") }</button> };
    }
    let keep = move |_: MouseEvent| ask.set(String::new());
    html! {
        <span role="alert" class="actions">
            <b>{ lang.pick("确定删除？不能恢复。", "Delete it for good?") }</b>
            <button type="button" class="button danger" onclick={store.on(Action::Delete { id })}>{ lang.pick("确定删除", "Delete") }</button>
            <button type="button" class="button quiet" onclick={keep}>{ lang.pick("保留", "Keep") }</button>
        </span>
    }
}

/// What cannot be read: kept as it is, until the person has saved or deleted it.
fn unreadable(store: &Store) -> Html {
    let (items, lang) = (&store.model().unreadable, store.lang());
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="notice warn" aria-labelledby="unreadable">
            <h2 id="unreadable">{ lang.pick("看不懂的记录", "Records that cannot be read") }</h2>
            <p>{ lang.pick("可能已损坏，或由更新的版本保存。它们原样保留在本机，可以导出后用新版本打开。", "They may be damaged, or kept by a newer version. They stay on this device as they are and can be exported.") }</p>
            <ul>{ for items.iter().map(|item| unreadable_item(store, item, lang)) }</ul>
        </section>
    }
}

fn unreadable_item(store: &Store, item: &Unreadable, lang: Lang) -> Html {
    let (name, text) = (format!("{}.txt", item.key), item.text.clone());
    let onexport = Callback::from(move |_: MouseEvent| {
        // Where the browser refuses the file, the record stays where it is.
        let _ = effects::download(&name, &text);
    });
    html! {
        <li class="actions">
            <code>{ &item.key }</code>
            <button type="button" class="button quiet" onclick={onexport}>{ lang.pick("导出原文", "Export as it is") }</button>
            <button type="button" class="button quiet" onclick={store.on(Action::Discard { key: item.key.clone() })}>{ lang.pick("删除", "Delete") }</button>
        </li>
    }
}
