//! A lever to move: a slider with an exact figure beside it, or the question's own answers.

use crate::{
    action::Action,
    advice::{
        levers::Handle,
        scale::{STEPS, Scale},
        trial::Outlook,
        words,
    },
    draft::{Reading, key_of, read_text},
    fields::{field::Field, frame::bracketed, typed::Typed},
    form::questions::Question,
    rulebook::Rules,
    words::Lang,
};
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;
use zjtx_evaluator::{Date, FactPeriod, Term, number::format_micros};

/// Properties of a lever; the same ones draw the same lever.
#[derive(Clone, PartialEq, Properties)]
pub struct HandleProps {
    /// The rulebook.
    pub rules: Rules,
    /// What is moved.
    pub handle: Handle,
    /// What is tried.
    pub text: AttrValue,
    /// What is filled in.
    pub own: AttrValue,
    /// The day that is looked at.
    pub as_of: Date,
    /// Which day that is.
    pub outlook: Outlook,
    /// The reader's language.
    pub lang: Lang,
    /// Where answers go.
    pub send: Callback<Action>,
}

/// Draws the lever.
#[component]
pub fn HandleField(props: &HandleProps) -> Html {
    let place = props.handle.place;
    let Some(term) = props.rules.terms().term(place.fact) else { return Html::default() };
    match props.handle.scale {
        Some(scale) => figure(props, term, scale),
        None => html! {
            <Field
                rules={props.rules.clone()}
                question={Question { fact: place.fact, years: Vec::new() }}
                texts={vec![props.text.clone()]}
                last_year={props.as_of.year().saturating_sub(1)}
                checked={true}
                lang={props.lang}
                send={props.send.clone()}
            />
        },
    }
}

fn figure(props: &HandleProps, term: &Term, scale: Scale) -> Html {
    let lang = props.lang;
    let key = key_of(props.rules.terms(), props.handle.place);
    let reading = read(props, term, &props.text);
    let micros = number(&reading);
    let name = name(props, term);
    let shown =
        micros.map_or_else(|| words::NOT_GIVEN.get(lang).to_owned(), |micros| worded(micros, term, lang));
    let send = answering(props, &key);
    let sliding = send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let position = event.target_unchecked_into::<HtmlInputElement>().value();
        if let Ok(position) = position.parse() {
            sliding.emit(format_micros(i128::from(scale.figure(position))));
        }
    });
    let problem = match &reading {
        Reading::Misread(error) => Some(AttrValue::from(error.sentence(lang))),
        _ => None,
    };
    html! {
        <div class="question lever">
            <label for={key.clone()}>
                { name.clone() }<span class="unit">{ bracketed(term.suffix("", lang).trim_start(), lang) }</span>
            </label>
            <p class="note">{ own(props, term) }</p>
            <div class="lever-fields">
                <input
                    type="range"
                    max={STEPS.to_string()}
                    value={scale.position(micros.unwrap_or(0)).to_string()}
                    aria-label={words::slider(lang, &name)}
                    aria-valuetext={shown}
                    {oninput}
                />
                <div>
                    <Typed id={key} text={props.text.clone()} keyboard="decimal" {problem} {lang} on_text={send} />
                </div>
            </div>
        </div>
    }
}

fn answering(props: &HandleProps, key: &str) -> Callback<String> {
    let (send, key) = (props.send.clone(), key.to_owned());
    Callback::from(move |text| send.emit(Action::Answer { key: key.clone(), text }))
}

fn read(props: &HandleProps, term: &Term, text: &str) -> Reading {
    read_text(text, term, props.rules.terms())
}

const fn number(reading: &Reading) -> Option<i64> {
    match reading {
        Reading::Understood(value) => value.as_number(),
        _ => None,
    }
}

/// A figure with its unit.
fn worded(micros: i64, term: &Term, lang: Lang) -> String {
    term.figure(&format_micros(i128::from(micros)), lang)
}

/// The fact, with the year that a later application looks at: closed years are facts and are not named.
fn name(props: &HandleProps, term: &Term) -> String {
    let (lang, title) = (props.lang, term.term().get(props.lang));
    let Some(year) = props.handle.place.year else { return title.to_owned() };
    if props.outlook == Outlook::NextYear {
        return words::plan_for(lang, title, year);
    }
    let back = props.as_of.year().saturating_sub(year);
    match (back, term.period()) {
        (0, _) => words::year_of_the_application(lang, title),
        (1, Some(FactPeriod::YearEnd)) => words::end_of_the_year(lang, title),
        (1, _) => words::year_before_applying(lang, title),
        (back, _) => words::years_before_applying(lang, title, back),
    }
}

/// What is filled in now.
fn own(props: &HandleProps, term: &Term) -> String {
    let lang = props.lang;
    let figure = number(&read(props, term, &props.own)).map(|micros| worded(micros, term, lang));
    match (figure, props.handle.place.year) {
        (None, Some(year)) if props.outlook == Outlook::NextYear => words::nothing_planned_for(lang, year),
        (None, _) => words::NOT_GIVEN_NOW.get(lang).to_owned(),
        (Some(figure), Some(year)) => words::filled_in_now(lang, &figure, year),
        (Some(figure), None) => words::filled_in_now_figure(lang, &figure),
    }
}
