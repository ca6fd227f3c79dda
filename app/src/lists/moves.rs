//! How many firms go from which verdict to which, and the way to those firms.

use crate::{
    effects,
    lists::{
        messages::{Filter, Reached},
        session, words,
    },
    result::marks::verdict_mark,
    shell::table,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::Truth;

/// Firms by what they come to before and afterwards.
pub type Moves = [(Reached, Reached, u64)];

/// The matrix of a level; a number leads to its firms in the table of the list.
pub fn matrix(store: &Store, filter: &Filter, level: usize, title: String, moves: &Moves) -> Html {
    let lang = store.lang();
    let cell = |before, after| {
        let found = moves.iter().find(|(from, to, _)| (*from, *to) == (before, after));
        let Some((_, _, firms)) = found else { return html! { <td class="number">{ 0 }</td> } };
        let filter =
            Filter { level: Some(level), moved: Some((before, after)), verdict: None, ..filter.clone() };
        let store = store.clone();
        let show = move |_: MouseEvent| {
            session::filter(&store, filter.clone());
            effects::focus::reach("batch-firms");
        };
        html! { <td class="number"><button type="button" class="link" onclick={show}>{ firms }</button></td> }
    };
    let row = |(_, before): (&str, Reached)| {
        html! {
            <tr>
                <th scope="row">{ reached(before, lang) }</th>
                { for Reached::ALL.map(|(_, after)| cell(before, after)) }
            </tr>
        }
    };
    let corner = words::BEFORE_AND_AFTER.get(lang);
    let states = Reached::ALL.map(|(_, state)| reached(state, lang));
    table::region(title, std::iter::once(html! { corner }).chain(states), Reached::ALL.map(row))
}

/// The mark of what a firm comes to.
pub fn reached(state: Reached, lang: Lang) -> Html {
    truth(state).map_or_else(|| html! { name(state, lang) }, |truth| verdict_mark(truth, lang))
}

/// What a firm comes to, in words.
pub fn name(state: Reached, lang: Lang) -> &'static str {
    truth(state).map_or_else(|| words::NO_RULES.get(lang), |truth| crate::words::verdict(truth, lang))
}

const fn truth(state: Reached) -> Option<Truth> {
    match state {
        Reached::Met => Some(Truth::Met),
        Reached::Unmet => Some(Truth::Unmet),
        Reached::Undetermined => Some(Truth::Undetermined),
        Reached::Without => None,
    }
}

/// Name of a district or city by its code.
pub fn area(store: &Store, code: &str) -> String {
    let lang = store.lang();
    if code.is_empty() {
        return words::NO_AREA.get(lang).to_owned();
    }
    let cities = &store.model().rules.terms().areas().cities;
    let city = cities.iter().find(|city| city.code == code).map(|city| &city.name);
    let mut districts = cities.iter().flat_map(|city| &city.districts);
    let district = districts.find(|district| district.code == code).map(|district| &district.name);
    city.or(district).map_or_else(|| code.to_owned(), |name| name.get(lang).to_owned())
}

/// What is said of areas with few firms.
pub const fn small(lang: Lang) -> &'static str {
    words::SMALL_AREAS.get(lang)
}
