//! The same answers under the rules of another day, or for another kind of application: which verdicts change.

use crate::{result::otherwise_table, result::words, scope::Scope, store::Store};
use std::collections::BTreeMap;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zjtx_evaluator::{ApplicationKind, Date};

/// Properties of the section.
#[derive(Clone, PartialEq, Properties)]
pub struct OtherwiseProps {
    /// The state.
    pub store: Store,
}

/// Draws the section.
#[component]
pub fn Otherwise(props: &OtherwiseProps) -> Html {
    let store = &props.store;
    let (scope, lang) = (&store.model().draft.scope, store.lang());
    let day = use_state(|| None::<Date>);
    let kind = use_state(|| None::<ApplicationKind>);
    let other = Scope {
        as_of: day.unwrap_or(scope.as_of),
        application_kind: kind.unwrap_or(scope.application_kind),
        ..scope.clone()
    };
    html! {
        <section class="card screen-only" aria-labelledby="otherwise">
            <details>
            <summary><h2 id="otherwise">{ words::OTHER_STANDARD.get(lang) }</h2></summary>
            <div class="filters">
                { version(store, &day) }
                { another_day(store, &day) }
                { self::kind(store, other.application_kind, kind.setter()) }
            </div>
            <div role="status">
                if other != *scope { { otherwise_table::view(store, other) } }
            </div>
            </details>
        </section>
    }
}

/// A list of the versions of the chosen schemes.
fn version(store: &Store, day: &UseStateHandle<Option<Date>>) -> Html {
    let (lang, set) = (store.lang(), day.setter());
    let onchange = Callback::from(move |event: Event| {
        set.set(Date::parse(&event.target_unchecked_into::<HtmlSelectElement>().value()));
    });
    html! {
        <p>
            <label for="version">{ words::A_VERSION.get(lang) }</label>
            <select id="version" class="field" {onchange}>
                <option value="" selected={day.is_none()}>{ words::PLEASE_CHOOSE.get(lang) }</option>
                { for versions(store).into_iter().rev().map(|(from, names)| html! {
                    <option value={from.to_string()} selected={**day == Some(from)}>
                        { words::version(from, &names, lang) }
                    </option>
                }) }
            </select>
        </p>
    }
}

fn another_day(store: &Store, day: &UseStateHandle<Option<Date>>) -> Html {
    let set = day.setter();
    let onchange = Callback::from(move |event: Event| {
        set.set(Date::parse(&event.target_unchecked_into::<HtmlInputElement>().value()));
    });
    let value = day.map_or_else(String::new, |day| day.to_string());
    html! {
        <p>
            <label for="other-day">{ words::OR_A_DAY.get(store.lang()) }</label>
            <input id="other-day" class="field" type="date" {value} {onchange} />
        </p>
    }
}

fn kind(store: &Store, shown: ApplicationKind, set: UseStateSetter<Option<ApplicationKind>>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        set.set(ApplicationKind::from_id(&event.target_unchecked_into::<HtmlSelectElement>().value()));
    });
    let lang = store.lang();
    html! {
        <p>
            <label for="other-kind">{ words::APPLICATION_KIND.get(lang) }</label>
            <select id="other-kind" class="field" {onchange}>
                { for [ApplicationKind::First, ApplicationKind::Renewal].map(|kind| html! {
                    <option value={kind.id()} selected={kind == shown}>{ words::application_kind(kind, lang) }</option>
                }) }
            </select>
        </p>
    }
}

/// First days of the versions of the chosen schemes, each with the titles of what begins then.
fn versions(store: &Store) -> BTreeMap<Date, String> {
    let (model, lang) = (store.model(), store.lang());
    let mut versions: BTreeMap<Date, Vec<&str>> = BTreeMap::new();
    for pack in model.rules.packs().iter().filter(|pack| model.draft.scope.has(pack.scheme())) {
        for row in pack.in_force() {
            let titles = versions.entry(row.from).or_default();
            if !titles.contains(&pack.title().get(lang)) {
                titles.push(pack.title().get(lang));
            }
        }
    }
    let joined = |(day, titles): (Date, Vec<&str>)| (day, titles.join(words::LIST_COMMA.get(lang)));
    versions.into_iter().map(joined).collect()
}
