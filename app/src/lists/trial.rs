//! 「门槛试算」: figures of a standard moved, and what the list would come to.

use crate::{
    lists::{
        charts,
        messages::{Counts, Filter, Move, Summary, Tried},
        moves, session,
        trying::Trying,
        typing::Typing,
    },
    result::marks::verdict_mark,
    store::Store,
    words::{Lang, say, warning},
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
            <h2 id="batch-trial">{ lang.pick("门槛试算", "Other thresholds") }</h2>
            <p class="lead">{ lang.pick(
                "改动标准里的一个或几个数值，看这份清单的结论会怎样变化。每次都按改动后的标准逐家重新判断。",
                "Move one or several figures of a standard and see what the list would come to. Every firm is judged anew by the moved standard.",
            ) }</p>
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
        let name = say!(lang, "{title}（{firms} 家）", "{title} ({firms})");
        html! { <option value={pack.clone()} selected={present == *pack}>{ name }</option> }
    };
    html! {
        <p class="filters"><label for="trial-pack">{ lang.pick("试算的标准", "Standard") }</label>
            <select id="trial-pack" class="field" {onchange}>
                <option value="" selected={present.is_empty()}>{ lang.pick("请选择", "choose") }</option>
                { for summary.standards.iter().map(option) }
            </select></p>
    }
}

fn begun(store: &Store, filter: &Filter, trying: &Trying, busy: bool) -> Html {
    let (lang, saving, resetting) = (store.lang(), store.clone(), store.clone());
    html! {
        <>
            <p class="notice warn"><b>{ trial_note(lang) }</b></p>
            { picker(store, trying) }
            { for trying.moves.iter().map(|it| moved(store, trying, it)) }
            if let Some(reason) = &trying.refused { <p class="notice wrong" role="alert">{ reason.get(lang) }</p> }
            <p class="actions">
                <button type="button" class="button quiet" data-act="trial-reset" disabled={trying.moves.is_empty()} onclick={move |_: MouseEvent| session::put_back(&resetting, None)}>{ lang.pick("全部复原", "Put all back") }</button>
                <button type="button" class="button" data-act="trial-save" disabled={busy || trying.moves.is_empty() || trying.refused.is_some()} onclick={move |_: MouseEvent| session::simulate(&saving, lang)}>{ lang.pick("下载试算结果 Excel", "Save the trial as Excel") }</button>
            </p>
            if let Some(tried) = &trying.tried { { outcome(store, filter, trying, tried) } }
            { curve(trying, lang) }
        </>
    }
}

/// What stands wherever a trial is shown.
const fn trial_note(lang: Lang) -> &'static str {
    lang.pick("试算，不是现行标准", "A trial; not the standard in force")
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
        <p class="filters"><label for="trial-figure">{ lang.pick("要改动的数值", "Figure to move") }</label>
            <select id="trial-figure" class="field" {onchange}>
                <option value="" selected=true>{ lang.pick("选择一个数值", "choose a figure") }</option>
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
                <input id={format!("{id}-scale")} type="range" min="0" max={most.to_string()} value={place.map(|place| place.to_string())} aria-label={found.words.get(lang).to_owned()} aria-valuetext={text.clone()} {oninput} />
                <Typing {id} text={text.clone()} {on_text} />
                <span class="note">{ say!(lang, "现行 {now}", "in force: {now}") }</span>
                <button type="button" class="button quiet" onclick={move |_: MouseEvent| session::put_back(&dropping, Some(at))}>{ lang.pick("复原", "Put back") }</button>
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
    let caption = lang.pick("企业数：现行 → 试算", "Firms: in force → trial");
    let title = lang.pick("谁的结论会变", "Whose verdict changes").to_owned();
    let area = |(code, now, then): &(u32, Counts, Counts)| {
        let code = if *code == 0 { String::new() } else { code.to_string() };
        html! { <tr><th scope="row">{ moves::area(store, &code) }</th>{ for (0..VERDICTS.len()).map(|at| change(now[at], then[at])) }</tr> }
    };
    html! {
        <div data-part="trial-outcome">
            <div class="table" tabindex="0" role="region" aria-label={caption}><table>
                <caption>{ caption }</caption>
                <thead><tr><th scope="col">{ lang.pick("地区", "Area") }</th>{ for VERDICTS.map(|truth| html! { <th scope="col">{ verdict_mark(truth, lang) }</th> }) }</tr></thead>
                <tbody>
                    <tr><th scope="row">{ lang.pick("全部", "All") }</th>{ for (0..VERDICTS.len()).map(|at| change(counts[0][at], counts[1][at])) }</tr>
                    { for tried.areas.iter().map(area) }
                </tbody>
            </table></div>
            if has_small { <p class="note">{ moves::small(lang) }</p> }
            { moves::matrix(store, filter, trying.standard.level, title, &tried.moves) }
            <p class="note">{ warning(lang) }</p>
        </div>
    }
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
                    <td colspan="3">{ lang.pick("该数值不能成为标准", "the rules would not pass the check") }</td>
                }
            </tr>
        }
    };
    html! {
        <>
            <h3>{ figure.words.get(lang) }{ lang.pick("：逐个数值", ": value by value") }</h3>
            { charts::curve(trying.values(), &trying.points, lang) }
            <details>
                <summary>{ lang.pick("曲线的数字", "Figures of the curve") }</summary>
                <div class="table"><table>
                    <thead><tr><th scope="col">{ lang.pick("数值", "Value") }</th>{ for VERDICTS.map(|truth| html! { <th scope="col">{ verdict_mark(truth, lang) }</th> }) }</tr></thead>
                    <tbody>{ for trying.values().iter().zip(&trying.points).map(row) }</tbody>
                </table></div>
            </details>
        </>
    }
}
