//! Which firms are listed: by name, district, level, verdict, condition, and how much is lacking.

use crate::{
    lists::{
        messages::{Filter, Reached, Summary, Wanted},
        moves, session, words,
    },
    store::Store,
    words::Lang,
};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zjtx_evaluator::Truth;

/// Conditions that can be chosen from, of each level.
const CONDITIONS: usize = 40;
/// Numbers of lacking conditions that can be chosen from.
const LACKING: [usize; 3] = [1, 2, 3];

/// An option: its value and its name.
type Choice = (String, String);

/// Draws the fields.
pub fn view(store: &Store, filter: &Filter, summary: &Summary, is_compared: bool) -> Html {
    let lang = store.lang();
    let (typed, typing) = (filter.clone(), store.clone());
    let oninput = Callback::from(move |event: InputEvent| {
        let name = event.target_unchecked_into::<HtmlInputElement>().value();
        session::filter(&typing, Filter { name, ..typed.clone() });
    });
    let any = words::ALL.get(lang);
    html! {
        <form class="filters" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <p><label for="batch-name">{ words::ENTERPRISE.get(lang) }</label>
                <input id="batch-name" class="field" type="search" value={filter.name.clone()} {oninput} /></p>
            { select("batch-level", words::LEVEL.get(lang), any, levels(store, summary), number(filter.level),
                picking(store, filter, |filter, id| filter.level = id.parse().ok())) }
            { select("batch-verdict", words::VERDICT.get(lang), any, verdicts(lang), verdict(filter),
                picking(store, filter, |filter, id| {
                filter.verdict = Wanted::ALL.iter().find(|(name, _)| *name == id).map(|(_, wanted)| *wanted);
            })) }
            { select("batch-district", words::DISTRICT.get(lang), any,
                districts(store, summary), number(filter.district),
                picking(store, filter, |filter, id| filter.district = id.parse().ok())) }
            { select("batch-unmet", words::UNMET_CONDITION.get(lang), any,
                conditions(store, filter, summary), unmet(filter),
                picking(store, filter, |filter, id| {
                filter.unmet = id.split_once('/').map(|(pack, id)| (pack.to_owned(), id.to_owned()));
            })) }
            { select("batch-next", words::NEXT_LEVEL.get(lang), any, next(lang), number(filter.next),
                picking(store, filter, |filter, id| filter.next = id.parse().ok())) }
            if is_compared {
                { select("batch-moved", words::CHANGE.get(lang), any, changes(lang), moved(filter),
                    picking(store, filter, |filter, id| {
                    filter.moved = id.split_once('/')
                        .and_then(|(before, after)| Some((reached(before)?, reached(after)?)));
                })) }
            }
            { select("batch-lacks", words::DISTANCE.get(lang), any, lacking(lang), number(filter.lacks),
                picking(store, filter, |filter, id| filter.lacks = id.parse().ok())) }
        </form>
    }
}

fn select(
    id: &'static str,
    label: &'static str,
    any: &'static str,
    choices: Vec<Choice>,
    chosen: String,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <p><label for={id}>{ label }</label>
            <select {id} class="field" {onchange}>
                <option value="" selected={chosen.is_empty()}>{ any }</option>
                { for choices.into_iter().map(|(value, name)| html! {
                    <option value={value.clone()} selected={value == chosen}>{ name }</option>
                }) }
            </select></p>
    }
}

/// A callback that changes one part of the filter by the value of what was picked.
fn picking(store: &Store, filter: &Filter, set: impl Fn(&mut Filter, &str) + 'static) -> Callback<Event> {
    let (store, filter) = (store.clone(), filter.clone());
    Callback::from(move |event: Event| {
        let mut next = filter.clone();
        set(&mut next, &event.target_unchecked_into::<HtmlSelectElement>().value());
        session::filter(&store, next);
    })
}

fn number(chosen: Option<impl ToString>) -> String {
    chosen.map(|number| number.to_string()).unwrap_or_default()
}

fn verdict(filter: &Filter) -> String {
    let chosen = Wanted::ALL.iter().find(|(_, wanted)| filter.verdict == Some(*wanted));
    chosen.map(|(id, _)| (*id).to_owned()).unwrap_or_default()
}

fn unmet(filter: &Filter) -> String {
    filter.unmet.as_ref().map(|(pack, id)| format!("{pack}/{id}")).unwrap_or_default()
}

/// The value of a change.
fn moved(filter: &Filter) -> String {
    let id = |state| Reached::ALL.iter().find(|(_, known)| *known == state).map_or("", |(id, _)| id);
    filter.moved.map(|(before, after)| format!("{}/{}", id(before), id(after))).unwrap_or_default()
}

fn reached(id: &str) -> Option<Reached> {
    Reached::ALL.iter().find(|(known, _)| *known == id).map(|(_, state)| *state)
}

/// From what to what a comparison can take a firm.
fn changes(lang: Lang) -> Vec<Choice> {
    let to = |(before, from): (&'static str, Reached)| {
        Reached::ALL.map(|(after, to)| {
            (format!("{before}/{after}"), format!("{} → {}", moves::name(from, lang), moves::name(to, lang)))
        })
    };
    Reached::ALL.into_iter().flat_map(to).collect()
}

fn levels(store: &Store, summary: &Summary) -> Vec<Choice> {
    let title = |scheme: &str| store.model().rules.scheme_title(scheme, store.lang()).to_owned();
    (0..).zip(&summary.levels).map(|(at, count): (usize, _)| (at.to_string(), title(&count.scheme))).collect()
}

fn verdicts(lang: Lang) -> Vec<Choice> {
    let name = |wanted| match wanted {
        Wanted::Met => words::verdict(Truth::Met, lang),
        Wanted::Unmet => words::verdict(Truth::Unmet, lang),
        Wanted::Undetermined => words::verdict(Truth::Undetermined, lang),
        Wanted::Mistaken => words::MISTAKEN_ROW.get(lang),
    };
    Wanted::ALL.iter().map(|(id, wanted)| ((*id).to_owned(), name(*wanted).to_owned())).collect()
}

fn districts(store: &Store, summary: &Summary) -> Vec<Choice> {
    let cities = &store.model().rules.terms().areas().cities;
    let places = || cities.iter().flat_map(|city| &city.districts);
    let choice = |(code, firms): (&u32, &usize)| {
        let code = code.to_string();
        let place = places().find(|place| place.code == code);
        let name = place.map_or(code.as_str(), |place| place.name.get(store.lang()));
        (code.clone(), format!("{name} ({firms})"))
    };
    summary.districts.iter().map(choice).collect()
}

/// Conditions of the level that was chosen, or of all, the most frequent first.
fn conditions(store: &Store, filter: &Filter, summary: &Summary) -> Vec<Choice> {
    let chosen =
        summary.levels.iter().enumerate().filter(|(at, _)| filter.level.is_none_or(|level| level == *at));
    let all = chosen.flat_map(|(_, count)| count.conditions.iter().take(CONDITIONS));
    all.map(|(pack, id, firms)| (format!("{pack}/{id}"), format!("{} ({firms})", condition(store, pack, id))))
        .collect()
}

/// A condition's id and name; only the id where the rules do not have it.
pub fn condition(store: &Store, pack: &str, id: &str) -> String {
    let criteria = store.model().rules.pack(pack).map(|pack| pack.criteria()).unwrap_or_default();
    let found = criteria.into_iter().find(|criterion| criterion.id == id);
    found.map_or_else(|| id.to_owned(), |found| format!("{id} {}", found.title.get(store.lang())))
}

/// How near a firm is to the level above the titles that it holds.
fn next(lang: Lang) -> Vec<Choice> {
    let met = ("0".to_owned(), words::MEETS_NEXT.get(lang).to_owned());
    std::iter::once(met).chain(lacking(lang)).collect()
}

fn lacking(lang: Lang) -> Vec<Choice> {
    LACKING.iter().map(|most| (most.to_string(), words::lacks_at_most(*most, lang))).collect()
}
