//! One firm of the list: why it came to its verdicts, and the way to its full test.

use crate::{
    effects,
    lists::{
        filters::condition,
        messages::{Detail, DetailLevel},
        session::{self, Session},
        state::State,
        words,
    },
    result::marks::verdict_mark,
    store::Store,
    words::Lang,
};
use yew::prelude::*;

/// Draws the firm that is looked at.
pub fn view(store: &Store, state: &State) -> Html {
    let Some((index, firm)) = &state.firm else { return Html::default() };
    html! { <Firm key={*index} store={store.clone()} index={*index} firm={(**firm).clone()} /> }
}

/// Properties of the firm.
#[derive(Clone, PartialEq, Properties)]
struct FirmProps {
    store: Store,
    index: usize,
    firm: Detail,
}

#[component]
fn Firm(props: &FirmProps) -> Html {
    let (lang, firm, index) = (props.store.lang(), &props.firm, props.index);
    use_effect_with(index, |_| effects::focus::reach("batch-firm"));
    let schemes = Session::levels(props.store.model());
    let (opening, closing) = (props.store.clone(), props.store.clone());
    html! {
        <section class="card" aria-labelledby="batch-firm">
            <h2 id="batch-firm" tabindex="-1">{ firm.name.clone() }{ " " }<small>{ firm.place.clone() }</small></h2>
            if !firm.mistakes.is_empty() {
                <ul>{ for firm.mistakes.iter().map(|mistake| html! { <li>{ mistake.get(lang) }</li> }) }</ul>
            }
            if !firm.notes.is_empty() {
                <ul>{ for firm.notes.iter().map(|note| html! { <li>{ note.get(lang) }</li> }) }</ul>
            }
            { for schemes.iter().zip(&firm.levels).map(|(scheme, level)| {
                self::level(&props.store, scheme, level.as_ref())
            }) }
            <p class="actions">
                if firm.mistakes.is_empty() {
                    <button type="button" class="button" onclick={move |_: MouseEvent| session::open(&opening, index)}>
                        { words::OPEN_TEST.get(lang) }
                    </button>
                }
                <button type="button" class="button quiet" onclick={move |_: MouseEvent| session::firm(&closing, None)}>
                    { words::CLOSE.get(lang) }
                </button>
            </p>
        </section>
    }
}

fn level(store: &Store, scheme: &str, level: Option<&DetailLevel>) -> Html {
    let lang = store.lang();
    let title = store.model().rules.scheme_title(scheme, lang).to_owned();
    let Some(whole) = level else {
        return html! { <p><b>{ title }</b>{ " " }{ words::NO_RULES.get(lang) }</p> };
    };
    let nearest = whole.nearest.iter().map(|words| words.get(lang).to_owned()).collect();
    html! {
        <div class="level">
            <h3>{ title }{ " " }{ verdict_mark(whole.truth, lang) }</h3>
            if let Some(score) = &whole.score { <p>{ words::score(score, lang) }</p> }
            { list(words::NOT_MET.get(lang), whole.unmet.iter().map(|id| condition(store, &whole.pack, id)).collect()) }
            { list(words::COULD_CHANGE.get(lang), missing(store, whole, lang)) }
            { list(words::NEAREST_ROUTE.get(lang), nearest) }
        </div>
    }
}

fn list(heading: &'static str, items: Vec<String>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <p class="line-heading">{ heading }</p>
            <ul>{ for items.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul>
        </>
    }
}

fn missing(store: &Store, whole: &DetailLevel, lang: Lang) -> Vec<String> {
    let terms = store.model().rules.terms();
    let name = |(id, year): &(String, Option<i16>)| {
        let name = terms
            .find(id)
            .and_then(|fact| terms.term(fact))
            .map_or(id.as_str(), |term| term.term().get(lang));
        year.map_or_else(|| name.to_owned(), |year| words::of_year(name, year, lang))
    };
    whole.missing.iter().map(name).collect()
}
