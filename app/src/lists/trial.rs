//! 「门槛试算」: figures of a standard moved, and what the list would come to.

use crate::{
    lists::{
        charts,
        messages::{Counts, Filter, Move, Summary, Tried},
        moves, session,
        trying::Trying,
        typing::Typing,
        words,
    },
    result::marks::verdict_mark,
    shell::table,
    store::Store,
    words::{Lang, Words, warning},
};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zjtx_evaluator::Truth;

/// Verdicts in the order of counts.
const VERDICTS: [Truth; 3] = [Truth::Met, Truth::Unmet, Truth::Undetermined];

/// Draws the card.
pub fn view(
    store: &Store,
    filter: &Filter,
    summary: &Summary,
    trying: Option<&Rc<Trying>>,
    busy: bool,
) -> Html {
    let lang = store.lang();
    html! {
        <section class="card" aria-labelledby="batch-trial">
            <h2 id="batch-trial">{ words::TRIAL.get(lang) }</h2>
            <p class="lead">{ words::TRIAL_LEAD.get(lang) }</p>
            { standards(store, summary, trying) }
            if let Some(trying) = trying { { begun(store, filter, trying, busy) } }
        </section>
    }
}

/// The standards that firms were judged by.
fn standards(store: &Store, summary: &Summary, trying: Option<&Rc<Trying>>) -> Html {
    let (lang, picking) = (store.lang(), store.clone());
    let onchange = Callback::from(move |event: Event| {
        session::trial(&picking, event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    let present = trying.map(|trying| trying.standard.pack.clone()).unwrap_or_default();
    let option = |(pack, firms): &(String, usize)| {
        let found = store.model().rules.pack(pack);
        let title = found.map_or_else(|| pack.clone(), |pack| pack.title().get(lang).to_owned());
        let name = words::standard(&title, *firms, lang);
        html! { <option value={pack.clone()} selected={present == *pack}>{ name }</option> }
    };
    html! {
        <p class="filters"><label for="trial-pack">{ words::TRIAL_STANDARD.get(lang) }</label>
            <select id="trial-pack" class="field" {onchange}>
                <option value="" selected={present.is_empty()}>{ words::CHOOSE_ONE.get(lang) }</option>
                { for summary.standards.iter().map(option) }
            </select></p>
    }
}

fn begun(store: &Store, filter: &Filter, trying: &Trying, busy: bool) -> Html {
    let (lang, saving, resetting) = (store.lang(), store.clone(), store.clone());
    html! {
        <>
            <p class="notice warn"><b>{ words::NOT_IN_FORCE.get(lang) }</b></p>
            { picker(store, trying) }
            { for trying.moves.iter().map(|it| moved(store, trying, it)) }
            if let Some(reason) = &trying.refused { <p class="notice wrong" role="alert">{ reason.get(lang) }</p> }
            <p class="actions">
                <button type="button" class="button quiet" data-act="trial-reset"
                    disabled={trying.moves.is_empty()}
                    onclick={move |_: MouseEvent| session::put_back(&resetting, None)}>
                    { words::PUT_ALL_BACK.get(lang) }
                </button>
                <button type="button" class="button" data-act="trial-save"
                    disabled={busy || trying.moves.is_empty() || trying.refused.is_some()}
                    onclick={move |_: MouseEvent| session::simulate(&saving, lang)}>
                    { words::SAVE_TRIAL.get(lang) }
                </button>
            </p>
            if let Some(tried) = &trying.tried { { outcome(store, filter, trying, tried) } }
            { curve(trying, lang) }
        </>
    }
}

/// The figures that can be moved.
fn picker(store: &Store, trying: &Trying) -> Html {
    let (lang, store, figures) = (store.lang(), store.clone(), trying.standard.figures.clone());
    let options: Vec<Html> = (0_usize..)
        .zip(&trying.standard.figures)
        .map(|(at, figure)| html! { <option value={at.to_string()}>{ figure.words.get(lang) }</option> })
        .collect();
    let onchange = Callback::from(move |event: Event| {
        let select = event.target_unchecked_into::<HtmlSelectElement>();
        let picked = select.value().parse().ok();
        select.set_value("");
        if let Some((figure, found)) = picked.and_then(|at: usize| Some((at, figures.get(at)?))) {
            session::set(&store, figure, found.text.clone());
        }
    });
    html! {
        <p class="filters"><label for="trial-figure">{ words::FIGURE_TO_MOVE.get(lang) }</label>
            <select id="trial-figure" class="field" {onchange}>
                <option value="" selected=true>{ words::CHOOSE_FIGURE.get(lang) }</option>
                { for options }
            </select></p>
    }
}

/// A figure that moves: on a scale, and as a number with its unit.
fn moved(store: &Store, trying: &Trying, Move { figure, text }: &Move) -> Html {
    let (lang, at) = (store.lang(), *figure);
    let Some(found) = trying.standard.figures.get(at) else { return Html::default() };
    let (values, sliding, typing, dropping) =
        (found.values.clone(), store.clone(), store.clone(), store.clone());
    let place = found.values.iter().position(|value| value == text);
    let most = found.values.len().saturating_sub(1);
    let oninput = Callback::from(move |event: InputEvent| {
        let place: Option<usize> = event.target_unchecked_into::<HtmlInputElement>().value().parse().ok();
        if let Some(value) = place.and_then(|place| values.get(place)) {
            session::set(&sliding, at, value.clone());
        }
    });
    let on_text = Callback::from(move |typed| session::set(&typing, at, typed));
    let (id, now) = (format!("trial-{at}"), &found.text);
    html! {
        <div key={at} class="level">
            <p><label for={id.clone()}>{ found.words.get(lang) }</label></p>
            <p class="actions">
                <input id={format!("{id}-scale")} type="range" min="0" max={most.to_string()}
                    value={place.map(|place| place.to_string())} aria-label={found.words.get(lang).to_owned()}
                    aria-valuetext={text.clone()} {oninput} />
                <Typing {id} text={text.clone()} {on_text} />
                <span class="note">{ words::in_force(now, lang) }</span>
                <button type="button" class="button quiet"
                    onclick={move |_: MouseEvent| session::put_back(&dropping, Some(at))}>
                    { words::PUT_BACK.get(lang) }
                </button>
            </p>
        </div>
    }
}

fn outcome(store: &Store, filter: &Filter, trying: &Trying, tried: &Tried) -> Html {
    let lang = store.lang();
    let mut counts: [Counts; 2] = Default::default();
    for (_, now, then) in &tried.areas {
        for at in 0..VERDICTS.len() {
            counts[0][at] += now[at];
            counts[1][at] += then[at];
        }
    }
    let has_small = tried.areas.iter().any(|(_, now, _)| now.iter().sum::<usize>() < 5);
    let caption = words::FIRMS_BY_VERDICT.get(lang);
    let title = words::WHO_CROSSES.get(lang).to_owned();
    let area = |(code, now, then): &(u32, Counts, Counts)| {
        let code = if *code == 0 { String::new() } else { code.to_string() };
        html! {
            <tr>
                <th scope="row">{ moves::area(store, &code) }</th>
                { for (0..VERDICTS.len()).map(|at| change(now[at], then[at])) }
            </tr>
        }
    };
    let all = html! {
        <tr>
            <th scope="row">{ words::ALL.get(lang) }</th>
            { for (0..VERDICTS.len()).map(|at| change(counts[0][at], counts[1][at])) }
        </tr>
    };
    let rows = std::iter::once(all).chain(tried.areas.iter().map(area));
    html! {
        <div data-part="trial-outcome">
            { table::region(caption, heads(words::AREA, lang), rows) }
            if has_small { <p class="note">{ moves::small(lang) }</p> }
            { moves::matrix(store, filter, trying.standard.level, title, &tried.moves) }
            <p class="note">{ warning(lang) }</p>
        </div>
    }
}

/// Heads of a table with a column for each verdict.
fn heads(first: Words, lang: Lang) -> impl Iterator<Item = Html> {
    let first = first.get(lang);
    std::iter::once(html! { first }).chain(VERDICTS.map(|truth| verdict_mark(truth, lang)))
}

fn change(now: usize, then: usize) -> Html {
    let text = if now == then { now.to_string() } else { format!("{now} → {then}") };
    html! { <td class="number">{ text }</td> }
}

/// The curve of the figure moved last, with its table.
fn curve(trying: &Trying, lang: Lang) -> Html {
    let Some(figure) = trying.drawn.and_then(|figure| trying.standard.figures.get(figure)) else {
        return Html::default();
    };
    let row = |(value, found): (&String, &Option<Counts>)| {
        html! {
            <tr><th scope="row">{ value }</th>
                if let Some(counts) = found {
                    { for counts.iter().map(|firms| html! { <td class="number">{ firms }</td> }) }
                } else {
                    <td colspan="3">{ words::REFUSED.get(lang) }</td>
                }
            </tr>
        }
    };
    html! {
        <>
            <h3>{ figure.words.get(lang) }{ words::VALUE_BY_VALUE.get(lang) }</h3>
            { charts::curve(trying.values(), &trying.points, lang) }
            <details>
                <summary>{ words::CURVE_FIGURES.get(lang) }</summary>
                { table::table(heads(words::VALUE, lang), trying.values().iter().zip(&trying.points).map(row)) }
            </details>
        </>
    }
}
