//! A past test in the list, and what can be done with it.

use crate::{
    address::Address,
    effects,
    records::{act::Act, edit_button::edit_button, record::truth_of, row::Row, words},
    result::marks::verdict_mark,
    store::Store,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of an item.
#[derive(Clone, PartialEq, Properties)]
pub struct ItemProps {
    /// The state.
    pub store: Store,
    /// The test.
    pub row: Rc<Row>,
    /// Whether it is chosen for comparison.
    pub chosen: bool,
    /// Whether the delete confirmation is open.
    pub asked: bool,
    /// Chooses a test for comparison.
    pub choose: Callback<String>,
    /// Asks whether a test is to be deleted; none by an empty id.
    pub ask: Callback<String>,
}

/// Draws it.
#[component]
pub fn Item(props: &ItemProps) -> Html {
    let ItemProps { store, row, .. } = props;
    let (rules, lang) = (&store.model().rules, store.lang());
    let details = Address::Record(row.id.clone()).href();
    let title = row.title(lang).to_owned();
    html! {
        <li class="card record">
            <h2><a href={details.clone()}>{ title.clone() }</a></h2>
            <p class="note">{ &row.kept_at }{ words::KEPT_BY_RULES_OF.get(lang) }{ row.as_of.to_string() }</p>
            <ul class="plain">{ for row.results.iter().map(|(scheme, verdict)| html! {
                <li>{ rules.scheme_title(scheme, lang).to_owned() }{ " " }{ verdict_mark(truth_of(verdict), lang) }</li>
            }) }</ul>
            <p class="actions">
                <a class="button quiet" href={details}>{ words::DETAILS.get(lang) }</a>
                { edit_button(store, &row.id, lang) }
                { copy_button(store, &row.id) }
                { deletion(props) }
                { choice(props, &title) }
            </p>
        </li>
    }
}

/// Keeps the same answers once more, judged by the rules of their day.
fn copy_button(store: &Store, id: &str) -> Html {
    let (copying, id) = (store.clone(), id.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (new, kept_at) = effects::clock::now();
        copying.send(Act::Copy { id: id.clone(), new, kept_at }.into());
    });
    html! { <button type="button" class="button quiet" {onclick}>{ words::DUPLICATE.get(store.lang()) }</button> }
}

/// A box that chooses the test for comparison.
fn choice(props: &ItemProps, title: &str) -> Html {
    let lang = props.store.lang();
    let (choose, id) = (props.choose.clone(), props.row.id.clone());
    let onchange = move |_: Event| choose.emit(id.clone());
    let kept_at = &props.row.kept_at;
    let label = words::choose_to_compare(lang, title, kept_at);
    html! {
        <label class="answer">
            <input type="checkbox" checked={props.chosen} {onchange} aria-label={label} />
            <span>{ words::COMPARE.get(lang) }</span>
        </label>
    }
}

fn deletion(ItemProps { store, row, asked, ask, .. }: &ItemProps) -> Html {
    let (lang, id) = (store.lang(), row.id.clone());
    let (asking, keeping) = (ask.clone(), ask.clone());
    if !asked {
        let onclick = move |_: MouseEvent| asking.emit(id.clone());
        return html! { <button type="button" class="button quiet" {onclick}>{ words::DELETE.get(lang) }</button> };
    }
    let (delete, done) = (store.on::<()>(Act::Delete(id).into()), ask.clone());
    let ondelete = move |_: MouseEvent| {
        delete.emit(());
        done.emit(String::new());
    };
    html! {
        <span role="alert" class="actions">
            <b>{ words::DELETE_IT_FOR_GOOD.get(lang) }</b>
            <button type="button" class="button danger" onclick={ondelete}>{ words::DELETE_FOR_GOOD.get(lang) }</button>
            <button type="button" class="button quiet" onclick={move |_| keeping.emit(String::new())}>
                { words::KEEP.get(lang) }
            </button>
        </span>
    }
}
