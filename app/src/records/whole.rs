//! All past tests together: where they are kept, saved as a file, opened from one, deleted.

use crate::records::state::History;
use crate::{
    address::Address,
    records::{act::Act, archive_buttons, kept},
    store::Store,
    words::say,
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
                <a class="button quiet" href={Address::Firms.href()}>{ store.lang().pick("多家企业", "Several firms") }</a>
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
        return html! { <button type="button" class="button danger" onclick={set(true)}>{ lang.pick("全部删除", "Delete all") }</button> };
    }
    let delete = store.on::<()>(Act::DeleteAll.into());
    let done = asked.setter();
    let ondelete = move |_: MouseEvent| {
        delete.emit(());
        done.set(false);
    };
    html! {
        <span role="alert" class="actions">
            <b>{ say!(lang, "确定删除全部 {count} 条自测记录？不能恢复。", "Delete all {count} past tests for good?") }</b>
            <button type="button" class="button danger" onclick={ondelete}>{ lang.pick("确定全部删除", "Delete them all") }</button>
            <button type="button" class="button quiet" onclick={set(false)}>{ lang.pick("保留", "Keep") }</button>
        </span>
    }
}
