//! The firms of this device 「企业」: each with its own form and past tests; nothing mixes.

use crate::{
    effects,
    firms::{firm::Firm, switch_button::switch_button, words},
    records::{act::Act, archive_buttons, kept, state::History},
    shell::heading::heading,
    store::Store,
    words::Lang,
};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct FirmsProps {
    /// The state.
    pub store: Store,
}

/// What is being done to a firm, by its slot.
#[derive(Clone, Default, PartialEq)]
enum Doing {
    #[default]
    Nothing,
    Renaming(String),
    Removing(String),
}

/// Draws the page.
#[component]
pub fn Firms(FirmsProps { store }: &FirmsProps) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let doing = use_state(Doing::default);
    html! {
        <div class="page narrow">
            { heading(words::FIRMS.get(lang)) }
            <p>{ words::WHERE_ONE_DEVICE_SERVES.get(lang) }</p>
            { kept::line(store) }
            if !History::of(model).is_opening() {
                <ul class="records">{ for History::of(model).firms.iter().map(|firm| entry(store, firm, &doing)) }</ul>
                <AddFirm store={store.clone()} />
                <section class="card">
                    <h2>{ words::FILES.get(lang) }</h2>
                    <p class="actions">
                        { archive_buttons::save_button(store, None) }{ archive_buttons::open_button(store) }
                    </p>
                    { archive_buttons::imported(store) }
                </section>
            }
        </div>
    }
}

fn title(store: &Store, firm: &Firm) -> String {
    let model = store.model();
    let named = History::of(model).name(firm);
    let drafted = if firm.slot == model.firm.slot { model.draft.firm() } else { "" };
    let names = [named.as_str(), drafted, words::NO_NAME_YET.get(store.lang())];
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}

fn entry(store: &Store, firm: &Firm, doing: &UseStateHandle<Doing>) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let is_present = firm.slot == model.firm.slot;
    let count = History::of(model).count(&firm.slot);
    let begin = |next: Doing, name: &'static str| {
        let doing = doing.setter();
        html! {
            <button type="button" class="button quiet" onclick={move |_: MouseEvent| doing.set(next.clone())}>
                { name }
            </button>
        }
    };
    html! {
        <li key={firm.slot.clone()} class="card record" aria-current={is_present.then_some("true")}>
            <h2>{ title(store, firm) }{ " " }
                if is_present { <span class="pill plain">{ words::PRESENT.get(lang) }</span> }
            </h2>
            <p class="note">{ words::past_tests(lang, count) }</p>
            { match &**doing {
                Doing::Renaming(slot) if *slot == firm.slot => renaming(store, firm, doing),
                Doing::Removing(slot) if *slot == firm.slot => removing(store, firm, doing),
                _ => html! {
                    <p class="actions">
                        if !is_present { { switch_button(store, &firm.slot, words::SWITCH_TO_IT.get(lang)) } }
                        { begin(Doing::Renaming(firm.slot.clone()), words::RENAME.get(lang)) }
                        { archive_buttons::save_button(store, Some(firm)) }
                        if !is_present { { begin(Doing::Removing(firm.slot.clone()), words::REMOVE.get(lang)) } }
                    </p>
                },
            } }
        </li>
    }
}

fn renaming(store: &Store, firm: &Firm, doing: &UseStateHandle<Doing>) -> Html {
    let lang = store.lang();
    let (send, slot) = (store.sender(), firm.slot.clone());
    let (done, keep) = (doing.setter(), doing.setter());
    let onname = Callback::from(move |name| {
        send.emit(Act::RenameFirm { slot: slot.clone(), name }.into());
        done.set(Doing::Nothing);
    });
    html! {
        <Named {lang} value={title(store, firm)} label={words::NEW_NAME.get(lang)}
            action={words::RENAME.get(lang)} {onname}>
            <button type="button" class="button quiet" onclick={move |_| keep.set(Doing::Nothing)}>
                { words::CANCEL.get(lang) }
            </button>
        </Named>
    }
}

fn removing(store: &Store, firm: &Firm, doing: &UseStateHandle<Doing>) -> Html {
    let lang = store.lang();
    let (name, count) = (title(store, firm), History::of(store.model()).count(&firm.slot));
    let remove = store.on::<()>(Act::RemoveFirm(firm.slot.clone()).into());
    let (done, keep) = (doing.setter(), doing.setter());
    let onremove = move |_: MouseEvent| {
        remove.emit(());
        done.set(Doing::Nothing);
    };
    html! {
        <div role="alert">
            <p><b>{ words::remove_its_form_and(lang, &name, count) }</b></p>
            <p class="actions">
                <button type="button" class="button danger" onclick={onremove}>{ words::REMOVE_IT.get(lang) }</button>
                <button type="button" class="button quiet" onclick={move |_| keep.set(Doing::Nothing)}>
                    { words::KEEP.get(lang) }
                </button>
            </p>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AddFirmProps {
    store: Store,
}

#[component]
fn AddFirm(AddFirmProps { store }: &AddFirmProps) -> Html {
    let lang = store.lang();
    let send = store.sender();
    let onname = Callback::from(move |name| {
        let (id, _) = effects::clock::now();
        send.emit(Act::AddFirm { id, name }.into());
        effects::focus::reach("title");
    });
    html! {
        <section class="card">
            <h2>{ words::ADD_A_FIRM.get(lang) }</h2>
            <Named
                {lang}
                key={History::of(store.model()).firms.len()}
                value=""
                label={words::NAME_OF_THE_FIRM.get(lang)}
                action={words::ADD_IT_AND_SWITCH.get(lang)}
                {onname}
            />
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NamedProps {
    lang: Lang,
    /// The name to begin with.
    value: AttrValue,
    label: AttrValue,
    action: AttrValue,
    onname: Callback<String>,
    #[prop_or_default]
    children: Html,
}

/// A field for a name, which must not be empty.
#[component]
fn Named(props: &NamedProps) -> Html {
    let name = use_state(|| props.value.to_string());
    let refused = use_state(|| false);
    let typed = name.setter();
    let oninput =
        move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
    let (given, refuse, onname) = (name.clone(), refused.setter(), props.onname.clone());
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        let name = given.trim();
        refuse.set(name.is_empty());
        if !name.is_empty() {
            onname.emit(name.to_owned());
        }
    };
    html! {
        <form class="named" {onsubmit}>
            <p><label>{ props.label.clone() }
                <input class="field" type="text" maxlength="100" value={(*name).clone()} {oninput}
                    aria-invalid={refused.then_some("true")} />
                </label></p>
            if *refused {
                <p class="message wrong" role="alert">{ words::PLEASE_GIVE_A_NAME.get(props.lang) }</p>
            }
            <p class="actions">
                <button type="submit" class="button">{ props.action.clone() }</button>{ props.children.clone() }
            </p>
        </form>
    }
}
