//! Figures: money, counts, years, percent and points; those of several years side by side.

use crate::{
    action::Action,
    draft::Reading,
    effects,
    fields::{
        frame,
        props::{FieldProps, problem},
        typed::Typed,
        words,
    },
    model::Sweep,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{FactKind, FactPeriod, Term, Value, number::format_micros};

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    // Behind a bare number stands the plural.
    let unit = term.suffix("", props.lang).trim_start();
    if props.question.years.is_empty() {
        let (key, text) = props.only();
        let typed = typed(props, term, &key, text, 0);
        return frame::single(props, term, &key, Some(unit), typed);
    }
    let years = props.answers().into_iter().enumerate().map(|(at, (place, key, text))| {
        let year = place.year.unwrap_or_default();
        // The key keeps the focus in its field when another year comes or goes.
        html! {
            <div key={key.clone()} class="year">
                <label for={key.clone()}>
                    { year_name(year, props, term) }<span class="unit">{ frame::bracketed(unit, props.lang) }</span>
                </label>
                { typed(props, term, &key, text, at) }
            </div>
        }
    });
    frame::group(props, term, html! { <div class="years" onpaste={pasting(props)}>{ for years }</div> })
}

/// Cells of a spreadsheet that are pasted into a year fill it and the years after it.
fn pasting(props: &FieldProps) -> Callback<Event> {
    let keys: Vec<String> = props.answers().into_iter().map(|(_, key, _)| key).collect();
    let send = props.send.clone();
    Callback::from(move |event: Event| {
        let (into, text) = effects::files::pasted(&event);
        let from = keys.iter().position(|key| *key == into);
        let cells: Vec<String> =
            text.trim_end().split(['\t', '\n']).map(|cell| cell.trim().to_owned()).collect();
        if let Some(from) = from.filter(|_| cells.len() > 1) {
            event.prevent_default();
            let unused = (from + cells.len()).saturating_sub(keys.len());
            let answers = keys.iter().skip(from).cloned().zip(cells).collect();
            send.emit(Action::Sweep { answers, how: Sweep::Pasted(unused) });
        }
    })
}

fn typed(props: &FieldProps, term: &Term, key: &str, text: AttrValue, at: usize) -> Html {
    let reading = props.read(&text);
    // The keypads of figures have no minus.
    let keyboard = match term.kind() {
        _ if term.bounds().0 < 0 => "text",
        FactKind::Count => "numeric",
        _ => "decimal",
    };
    let doubted = props.doubt(at);
    html! {
        <>
            <Typed
                id={key.to_owned()}
                reading={understood(&reading, &text, term, props.lang)}
                derived={props.derived(at)}
                doubt={doubted.sentence}
                problem={problem(&reading, props)}
                keyboard={keyboard}
                lang={props.lang}
                on_text={props.answering(key.to_owned())}
                {text}
            />
            // Always there: beside a field that comes and goes the browser would draw the input anew, and the focus
            // would go.
            <span>{ for doubted.divided.into_iter().map(|divided| offer(props, key, term, divided)) }</span>
        </>
    }
}

/// The offer to read a figure as one in 元.
fn offer(props: &FieldProps, key: &str, term: &Term, divided: AttrValue) -> Html {
    let figure = term.figure(&divided, props.lang);
    let (answering, key) = (props.answering(key.to_owned()), key.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        answering.emit(divided.to_string());
        // The button goes; the focus stays with the figure.
        effects::focus::on(&key);
    });
    html! {
        <button type="button" class="link" data-act="divide" {onclick}>
            { words::WAS_IN_YUAN.get(props.lang) }{ figure }
        </button>
    }
}

/// How a figure was understood, where that is not how it was typed.
fn understood(reading: &Reading, text: &str, term: &Term, lang: Lang) -> Option<AttrValue> {
    let Reading::Understood(Value::Number(micros)) = reading else { return None };
    let plain = format_micros(i128::from(*micros));
    (plain != text.trim()).then(|| term.figure(&plain, lang).into())
}

fn year_name(year: i16, props: &FieldProps, term: &Term) -> String {
    let (lang, last) = (props.lang, year == props.last_year);
    match term.period() {
        Some(FactPeriod::YearEnd) if last => words::end_of_last_year(year, lang),
        Some(FactPeriod::YearEnd) => words::end_of_year(year, lang),
        Some(FactPeriod::ApplicationYear) => words::of_year(year, lang),
        _ if last => words::last_year(year, lang),
        _ => words::year(year, lang),
    }
}
