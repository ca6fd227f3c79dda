//! Two past tests beside each other: what was answered otherwise, and what came out otherwise.

use crate::{
    address::Address,
    draft::place_of,
    records::{
        comparison::{Comparison, answer_words},
        present,
        reading::{absent, of_another_firm, reading},
        record::Record,
        state::History,
        words,
    },
    result::missing,
    shell::heading::heading,
    shell::table::table,
    store::Store,
    words::{application_kind, warning},
};
use yew::prelude::*;

/// Draws the page.
pub fn view(store: &Store, ids: [&str; 2]) -> Html {
    let (model, history) = (store.model(), History::of(store.model()));
    let [Some(a), Some(b)] = ids.map(|id| history.row(id)) else { return absent(store) };
    if let Some(foreign) = [a, b].into_iter().find(|row| row.firm != model.firm.slot) {
        return of_another_firm(store, foreign);
    }
    match ids.map(|id| history.records.get(id)) {
        [Some(a), Some(b)] => whole(store, [a, b]),
        _ => reading(store),
    }
}

fn whole(store: &Store, records: [&Record; 2]) -> Html {
    let (model, lang, [a, b]) = (store.model(), store.lang(), records);
    let comparison = Comparison::of(a, b, model.rules.terms());
    html! {
        <div class="page">
            { heading(words::TWO_TESTS_COMPARED.get(lang)) }
            <p class="notice warn"><b>{ warning(lang) }</b></p>
            <section class="card" aria-labelledby="outcome">
                <h2 id="outcome">{ words::VERDICTS_AND_SCORES_THAT.get(lang) }</h2>
                if comparison.levels.is_empty() {
                    <p>{ words::EVERY_LEVEL_HAS_THE.get(lang) }</p>
                } else {
                    { beside(store, records, comparison.levels.iter().map(|pair| {
                        let scheme = pair.iter().flatten().next().map_or("", |result| result.scheme.as_str());
                        present::row(store, scheme, *pair)
                    })) }
                }
            </section>
            <section class="card" aria-labelledby="answers">
                <h2 id="answers">{ words::ANSWERS_THAT_DIFFER.get(lang) }</h2>
                { scopes(store, records) }
                if comparison.answers.is_empty() {
                    <p>{ words::ALL_ANSWERS_ARE_THE.get(lang) }</p>
                } else {
                    { beside(store, records, comparison.answers.iter().map(|key| answer(store, records, key))) }
                }
            </section>
            <p class="actions">
                <a class="button quiet" href={Address::Records.href()}>{ words::BACK_TO_PAST_TESTS.get(lang) }</a>
            </p>
        </div>
    }
}

/// A table with a column for each test.
fn beside(store: &Store, records: [&Record; 2], rows: impl IntoIterator<Item = Html>) -> Html {
    let lang = store.lang();
    let head = |record: &Record| {
        html! {
            <a href={Address::Record(record.id.clone()).href()}>
                { record.firm(lang).to_owned() }<br />{ record.kept_at.clone() }
            </a>
        }
    };
    let item = words::ITEM.get(lang);
    let heads = std::iter::once(html! { item }).chain(records.map(head));
    table(heads, rows)
}

/// What the tests were for, where that differs.
fn scopes(store: &Store, records: [&Record; 2]) -> Html {
    let [a, b] = records.map(|record| scope_words(store, record));
    if a == b {
        return Html::default();
    }
    let lang = store.lang();
    html! {
        <p>{ words::TESTED_FOR_DIFFERENT_THINGS.get(lang) }<b>{ a }</b>{ words::SEMICOLON.get(lang) }<b>{ b }</b></p>
    }
}

fn scope_words(store: &Store, record: &Record) -> String {
    let (rules, lang, scope) = (&store.model().rules, store.lang(), &record.draft.scope);
    let region = scope.home(rules);
    let (region, kind) = (rules.region_name(region, lang), application_kind(scope.application_kind, lang));
    let (day, of) = (scope.as_of, words::RULES_OF.get(lang));
    format!("{region} · {kind} · {of} {day}")
}

fn answer(store: &Store, records: [&Record; 2], key: &str) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    let place = place_of(rules.terms(), key);
    let name = place.map_or_else(|| key.to_owned(), |place| missing::name_of(rules, place, lang));
    html! {
        <tr>
            <th scope="row">{ name }</th>
            { for records.map(|record| html! {
                <td>{ answer_words(rules.terms(), key, record.draft.text(key), lang) }</td>
            }) }
        </tr>
    }
}
