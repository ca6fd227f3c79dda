//! Where a list comes in: its file, the day and kind of rows that do not say theirs, and the template.

use crate::{
    effects,
    lists::{messages::Settings, session, words},
    store::Store,
    words::Lang,
};
use web_sys::{File, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zjtx_evaluator::{ApplicationKind, Date};

/// Properties of the card.
#[derive(Clone, PartialEq, Properties)]
pub struct ChooseProps {
    /// The state of the whole page.
    pub store: Store,
}

/// Draws the card.
#[component]
pub fn Choose(props: &ChooseProps) -> Html {
    let (model, lang) = (props.store.model(), props.store.lang());
    let scope = &model.draft.scope;
    let settings = use_state(|| Settings {
        as_of: scope.as_of,
        kind: scope.application_kind,
        routes: false,
        office: effects::surroundings::office(),
        schemes: Vec::new(),
    });
    let over = use_state(|| false);
    let read = reading(&props.store, &settings);
    let drop = (read.clone(), over.setter());
    let ondrop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        drop.1.set(false);
        drop.0.emit(event.data_transfer().and_then(|data| data.files()?.get(0)));
    });
    let (enter, leave) = (over.setter(), over.setter());
    let ondragover = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        enter.set(true);
    });
    let (day, asking) = (settings.as_of, props.store.clone());
    html! {
        <div class={classes!("card", "drop", over.then_some("over"))} {ondrop} {ondragover}
            ondragleave={move |_: DragEvent| leave.set(false)}>
            <p class="actions">
                { file_button(read, lang) }
                <button type="button" class="button quiet"
                    onclick={move |_: MouseEvent| session::template(&asking, day)}>
                    { words::TEMPLATE.get(lang) }
                </button>
                <span class="note">{ words::OR_DROP.get(lang) }</span>
            </p>
            { occasion(&settings, lang) }
        </div>
    }
}

fn reading(store: &Store, settings: &UseStateHandle<Settings>) -> Callback<Option<File>> {
    let (store, settings) = (store.clone(), settings.clone());
    Callback::from(move |file: Option<File>| {
        if let Some(file) = file {
            let schemes = store.model().draft.scope.schemes.clone();
            session::read(&store, &file, Settings { schemes, ..(*settings).clone() });
        }
    })
}

fn file_button(read: Callback<Option<File>>, lang: Lang) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let file = input.files().and_then(|files| files.get(0));
        // The same file can be chosen again after it was mended.
        input.set_value("");
        read.emit(file);
    });
    html! {
        <label class="button">
            <input type="file" class="hidden" accept=".xlsx,.xlsm,.csv,.txt" {onchange} />
            <span>{ words::CHOOSE_LIST.get(lang) }</span>
        </label>
    }
}

/// What rows are judged by that do not say it themselves, and whether routes are sought.
fn occasion(settings: &UseStateHandle<Settings>, lang: Lang) -> Html {
    let (by_day, by_kind, by_routes) = (settings.clone(), settings.clone(), settings.clone());
    let onday = Callback::from(move |event: Event| {
        if let Some(as_of) = Date::parse(&event.target_unchecked_into::<HtmlInputElement>().value()) {
            by_day.set(Settings { as_of, ..(*by_day).clone() });
        }
    });
    let onkind = Callback::from(move |event: Event| {
        let id = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(kind) = ApplicationKind::from_id(&id) {
            by_kind.set(Settings { kind, ..(*by_kind).clone() });
        }
    });
    let onroutes = Callback::from(move |event: Event| {
        let routes = event.target_unchecked_into::<HtmlInputElement>().checked();
        by_routes.set(Settings { routes, ..(*by_routes).clone() });
    });
    let day = effects::focus::day_beside_typing("batch-day", settings.as_of);
    html! {
        <div class="filters">
            <p><label for="batch-day">{ words::DAY_OF_ROWS.get(lang) }</label>
                <input id="batch-day" class="field" type="date" value={day}
                    onchange={onday} /></p>
            <p><label for="batch-kind">{ words::KIND_OF_ROWS.get(lang) }</label>
                <select id="batch-kind" class="field" onchange={onkind}>
                    { for [ApplicationKind::First, ApplicationKind::Renewal].map(|kind| html! {
                        <option value={kind.id()} selected={settings.kind == kind}>
                            { words::application_kind(kind, lang) }
                        </option>
                    }) }
                </select></p>
            <label class="answer">
                <input type="checkbox" checked={settings.routes} onchange={onroutes} />
                <span>{ words::SEEK_ROUTES.get(lang) }
                    <small>{ words::SLOWER.get(lang) }</small></span>
            </label>
        </div>
    }
}
