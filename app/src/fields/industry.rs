//! A code of the classification of industries; typed, or found by name or code among its divisions.

use crate::{
    effects,
    fields::{
        frame,
        props::{FieldProps, problem},
        typed::Typed,
        words,
    },
};
use yew::prelude::*;
use zjtx_evaluator::{Coded, Term};

/// More than these are not offered at once.
const OFFERED: usize = 8;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let (key, text) = props.only();
    let problem = problem(&props.read(&text), props);
    let lang = props.lang;
    let field = html! {
        <>
            <Typed
                id={key.clone()}
                text={text.clone()}
                reading={division(props, &text)}
                derived={props.derived(0)}
                {problem}
                {lang}
                on_text={props.answering(key.clone())}
            />
            <div class="answers" aria-live="polite">
                { for found(props, &text).map(|division| offer(props, &key, division)) }
            </div>
        </>
    };
    frame::single(props, term, &key, Some(words::CODE_OR_NAME.get(lang)), field)
}

/// Divisions whose code begins with a text or whose name has it, while it is no code itself.
fn found<'p>(props: &'p FieldProps, text: &'p str) -> impl Iterator<Item = &'p Coded> {
    let terms = props.rules.terms();
    let text = text.trim();
    let is_open = !text.is_empty() && !terms.is_industry(text);
    let divisions = terms.industries().divisions.iter().filter(move |_| is_open);
    let fits =
        move |division: &&Coded| division.code.starts_with(text) || has(division.name.get(props.lang), text);
    divisions.filter(fits).take(OFFERED)
}

/// Whether a name has a text in it; searched byte by byte, because the library's search for strings is larger
/// than the rest of this field.
fn has(name: &str, text: &str) -> bool {
    name.as_bytes().windows(text.len()).any(|part| part.eq_ignore_ascii_case(text.as_bytes()))
}

/// A button that answers with a division.
fn offer(props: &FieldProps, key: &str, division: &Coded) -> Html {
    let (answering, code, key) = (props.answering(key.to_owned()), division.code.clone(), key.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        answering.emit(code.clone());
        // The button goes; the focus stays with the question.
        effects::focus::on(&key);
    });
    html! {
        <button type="button" class="link" {onclick}>{ &division.code }{ " " }{ division.name.get(props.lang) }</button>
    }
}

/// The division that a code belongs to.
fn division(props: &FieldProps, text: &str) -> Option<AttrValue> {
    let code = text.trim();
    let terms = props.rules.terms();
    let mut divisions = terms.industries().divisions.iter();
    let division = divisions.find(|division| code.starts_with(&division.code))?;
    terms.is_industry(code).then(|| format!("{} {}", division.code, division.name.get(props.lang)).into())
}
