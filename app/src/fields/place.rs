//! Any place of the country, found by name, pinyin or code, and the districts of any city. It comes with the guided
//! form's part once a form is drawn, and the table of places (`places.txt`) with the first search.

use crate::{
    action::Action,
    draft::key_of,
    effects::{self, network},
    fields::{area, props::FieldProps, words},
    split::split,
    words::Lang,
};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;
use zjtx_evaluator::{FactKind, FactRef};
use zjtx_places::{Hit, Once, Place, Places};

/// The table's address from the site's top.
const TABLE: &str = "places.txt";
/// More than these are not offered at once.
const OFFERED: usize = 8;
/// Id of the field in which a place is looked for.
const SEARCH: &str = "find-place";

/// Draws what the form does not need at once.
pub struct Elsewhere {
    /// Beneath the question for the city, or in place of that for the district.
    pub show: fn(&FieldProps) -> Html,
}

split! {
    guided,
    /// The search for places.
    fn load() -> &'static Elsewhere { &ELSEWHERE }
}

static ELSEWHERE: Elsewhere = Elsewhere { show };

fn show(props: &FieldProps) -> Html {
    match props.term().map(|term| term.kind()) {
        Some(FactKind::City) => html! { <Search ..props.clone() /> },
        Some(FactKind::District) => html! { <Districts ..props.clone() /> },
        _ => Html::default(),
    }
}

/// The table once it was asked for; `None` until it has come.
#[hook]
fn use_table(is_asked: bool) -> Option<Rc<Places>> {
    let table = use_state(|| None::<Rc<Places>>);
    let set = table.setter();
    use_effect_with(is_asked, move |is_asked| {
        if *is_asked {
            spawn_local(async move {
                let text = network::file(TABLE).await.unwrap_or_default();
                set.set(Places::from_text(&text).map(Rc::new));
            });
        }
    });
    (*table).clone()
}

/// Finds a place; what is chosen answers both the city and the district.
#[component]
fn Search(props: &FieldProps) -> Html {
    let (lang, (_, code)) = (props.lang, props.only());
    let typed = use_state(String::new);
    let is_unnamed = !code.is_empty() && !area::is_listed(props, &code);
    let table = use_table(is_unnamed || !typed.is_empty());
    let set = typed.setter();
    let oninput = Callback::from(move |event: InputEvent| {
        set.set(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let near = props.rules.site().areas.first().map_or("", |area| area.code.as_str());
    let found = table.as_deref().map(|table| offered(table, &typed, near)).unwrap_or_default();
    let none = table.is_some() && !typed.trim().is_empty() && found.is_empty();
    let named = |table: &Places| table.get(&code).map(|place| whole(table, place, lang));
    let chosen = table.as_deref().filter(|_| is_unnamed).and_then(named);
    html! {
        <>
            if let Some(name) = chosen { <p class="note">{ words::chosen(&name, lang) }</p> }
            <label class="note" for={SEARCH}>{ words::FIND_A_PLACE.get(lang) }</label>
            <input id={SEARCH} class="field" type="search" autocomplete="off" value={(*typed).clone()} {oninput}
                placeholder={words::HOW_TO_FIND.get(lang)} />
            <div class="answers" aria-live="polite">
                { for found.iter().map(|place| offer(props, table.as_deref(), place, &typed)) }
                if none { <p class="note">{ words::NOTHING_FOUND.get(lang) }</p> }
            </div>
        </>
    }
}

/// Cities and districts that a text finds; provinces are no answer.
fn offered<'t>(table: &'t Places, typed: &str, near: &str) -> Vec<Hit<'t>> {
    let found = table.search(typed, near, 3 * OFFERED);
    found.into_iter().filter(|hit| table.city_of(hit.place).is_some()).take(OFFERED).collect()
}

fn offer(props: &FieldProps, table: Option<&Places>, hit: &Hit<'_>, typed: &UseStateHandle<String>) -> Html {
    let Some(table) = table else { return Html::default() };
    let place = hit.place;
    let city = table.city_of(place).map_or_else(String::new, |city| city.code().to_owned());
    let district = if city == place.code() { String::new() } else { place.code().to_owned() };
    let (props, set, name) = (props.clone(), typed.setter(), whole(table, place, props.lang));
    let once = hit.once.map(|once| formerly(once, props.lang)).unwrap_or_default();
    let text = format!("{} {name}{once}", place.code());
    let onclick = Callback::from(move |_: MouseEvent| {
        answer(&props, FactKind::City, &city);
        answer(&props, FactKind::District, &district);
        set.set(String::new());
        // The button goes; the focus stays with the question.
        effects::focus::on(&props.only().0);
    });
    html! { <button type="button" class="link" {onclick}>{ text }</button> }
}

/// By which name or code a place was found that it no longer has.
fn formerly(Once { code, name, until }: Once<'_>, lang: Lang) -> String {
    words::formerly(name, code, until, lang)
}

/// Answers the question of a kind.
fn answer(props: &FieldProps, kind: FactKind, text: &str) {
    let terms = props.rules.terms();
    let fact = terms.facts().find(|(_, term)| term.kind() == kind).map(|(fact, _)| fact);
    if let Some(fact) = fact {
        let key = key_of(terms, FactRef { fact, year: None });
        props.send.emit(Action::Answer { key, text: text.to_owned() });
    }
}

/// A place with those that it lies in.
fn whole(table: &Places, place: &Place, lang: Lang) -> String {
    match lang {
        Lang::Zh => table.full_name(place),
        Lang::En => table.full_english(place),
    }
}

/// The districts of a city that neither rules nor site list.
#[component]
fn Districts(props: &FieldProps) -> Html {
    let table = use_table(true);
    let (Some(table), Some(term)) = (table, props.term()) else { return Html::default() };
    let named: Vec<(String, String)> =
        table.children(&props.city).map(|place| named(place, props.lang)).collect();
    let options = named.iter().map(|(code, name)| (code.as_str(), name.as_str()));
    if named.is_empty() { Html::default() } else { area::select(props, term, options, Html::default()) }
}

fn named(place: &Place, lang: Lang) -> (String, String) {
    let name = match lang {
        Lang::Zh => place.name().to_owned(),
        Lang::En => place.english(),
    };
    (place.code().to_owned(), name)
}
