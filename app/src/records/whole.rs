//! All past tests together: where they are kept, saved as a file, opened from one, deleted.

use crate::{
    address::Address,
    records::{act::Act, archive_buttons, kept, state::History, words},
    store::Store,
};
use yew::prelude::*;

/// Draws it.
pub fn view(store: &Store) -> Html {
    html! {
        <section class="card">
            { kept::line(store) }
            <p class="actions">
                { archive_buttons::save_button(store, None) }
                { archive_buttons::open_button(store) }
                <a class="button quiet" href={Address::Firms.href()}>{ words::SEVERAL_FIRMS.get(store.lang()) }</a>
                <DeleteAll store={store.clone()} />
            </p>
            { archive_buttons::imported(store) }
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DeleteAllProps {
    store: Store,
}

/// Deletes all past tests of the present firm, after asking.
#[component]
fn DeleteAll(DeleteAllProps { store }: &DeleteAllProps) -> Html {
    let asked = use_state(|| false);
    let (model, lang) = (store.model(), store.lang());
    let count = History::of(model).count(&model.firm.slot);
    if count == 0 {
        return Html::default();
    }
    let set = |to: bool| {
        let asked = asked.setter();
        move |_: MouseEvent| asked.set(to)
    };
    if !*asked {
        return html! {
            <button type="button" class="button danger" onclick={set(true)}>{ words::DELETE_ALL.get(lang) }</button>
        };
    }
    let delete = store.on::<()>(Act::DeleteAll.into());
    let done = asked.setter();
    let ondelete = move |_: MouseEvent| {
        delete.emit(());
        done.set(false);
    };
    html! {
        <span role="alert" class="actions">
            <b>{ words::delete_all_past_tests(lang, count) }</b>
            <button type="button" class="button danger" onclick={ondelete}>{ words::DELETE_THEM_ALL.get(lang) }</button>
            <button type="button" class="button quiet" onclick={set(false)}>{ words::KEEP.get(lang) }</button>
        </span>
    }
}
