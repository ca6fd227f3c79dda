//! What a list came to: counts, mistakes by cell, files to save, and the firms.

use crate::{
    lists::{
        compare::Compare,
        detail, filters,
        messages::{LevelCount, Summary},
        session,
        state::State,
        table::Table,
        trial, words,
    },
    result::marks::verdict_mark,
    store::Store,
    words::{Lang, warning},
};
use yew::prelude::*;
use zjtx_evaluator::Truth;

/// Draws everything below the card that takes the file.
pub fn view(store: &Store, state: &State, summary: &Summary) -> Html {
    let lang = store.lang();
    let (shown, firms) = (state.shown, summary.firms);
    html! {
        <>
            { counts(store, state, summary) }
            { mistakes(summary, lang) }
            <Compare store={store.clone()} filter={state.filter.clone()} compared={state.compared.clone()}
                busy={state.busy.is_some()} />
            { trial::view(store, &state.filter, summary, state.trying.as_ref(), state.busy.is_some()) }
            { detail::view(store, state) }
            <section class="card" aria-labelledby="batch-firms">
                <h2 id="batch-firms" tabindex="-1">{ words::FIRMS.get(lang) }</h2>
                { filters::view(store, &state.filter, summary, state.compared.is_some() || state.trying.is_some()) }
                <p role="status">{ words::shown(shown, firms, lang) }</p>
                <Table store={store.clone()} {shown} start={state.start} lines={state.lines.clone()}
                    filter={state.filter.clone()} />
            </section>
        </>
    }
}

fn counts(store: &Store, state: &State, summary: &Summary) -> Html {
    let lang = store.lang();
    let (firms, mistaken) = (summary.firms, summary.mistaken);
    html! {
        <section class="card" aria-labelledby="batch-counts">
            <h2 id="batch-counts">{ state.file.clone() }</h2>
            <p>{ words::counts(firms, mistaken, lang) }{ " " }{ warning(lang) }</p>
            <ul class="plain">{ for summary.levels.iter().map(|count| level(store, count)) }</ul>
            { notes(summary, lang) }
            { saving(store, state) }
        </section>
    }
}

fn level(store: &Store, count: &LevelCount) -> Html {
    let lang = store.lang();
    let title = store.model().rules.scheme_title(&count.scheme, lang).to_owned();
    let without = count.without;
    let firms =
        [(Truth::Met, count.met), (Truth::Unmet, count.unmet), (Truth::Undetermined, count.undetermined)];
    html! {
        <li class="level">
            <b>{ title }</b>{ " " }
            { for firms.map(|(truth, firms)| html! {
                <span class="count">{ verdict_mark(truth, lang) }{ " " }{ firms }{ " " }</span>
            }) }
            if without > 0 { <span class="note">{ words::without_rules(without, lang) }</span> }
        </li>
    }
}

fn notes(summary: &Summary, lang: Lang) -> Html {
    if summary.notes.is_empty() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ words::HOW_READ.get(lang) }</summary>
            <ul>{ for summary.notes.iter().map(|note| html! { <li>{ note.get(lang) }</li> }) }</ul>
        </details>
    }
}

fn saving(store: &Store, state: &State) -> Html {
    let lang = store.lang();
    if let Some(busy) = state.busy {
        return html! {
            <p role="status">
                { words::MAKING_FILE.get(lang) }{ " " }
                <progress aria-label={words::PROGRESS.get(lang)} max={busy.1.max(1.0).to_string()}
                    value={busy.0.to_string()}>
                </progress>
            </p>
        };
    }
    let save = |as_csv: bool| {
        let store = store.clone();
        move |_: MouseEvent| session::result(&store, as_csv, lang)
    };
    html! {
        <>
            <p class="actions">
                <button type="button" class="button" onclick={save(false)}>{ words::SAVE_EXCEL.get(lang) }</button>
                <button type="button" class="button quiet" onclick={save(true)}>{ words::SAVE_CSV.get(lang) }</button>
            </p>
            if let Some(trouble) = &state.trouble { <p class="notice wrong" role="alert">{ trouble.get(lang) }</p> }
        </>
    }
}

/// Mistakes by cell; the rest stands in the result's last column.
fn mistakes(summary: &Summary, lang: Lang) -> Html {
    let (all, told) = (summary.all_mistakes, summary.mistakes.len());
    if all == 0 {
        return Html::default();
    }
    let more = all - told;
    html! {
        <details class="notice warn" open={all <= 5}>
            <summary>{ words::mistakes(all, lang) }</summary>
            <ul>{ for summary.mistakes.iter().map(|mistake| html! { <li>{ mistake.get(lang) }</li> }) }</ul>
            if more > 0 { <p>{ words::more_mistakes(more, lang) }</p> }
        </details>
    }
}
