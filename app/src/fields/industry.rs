//! A code of the classification of industries; typed, or found by name among its divisions.

use super::{FieldProps, Typed, frame};
use crate::words::Lang;
use yew::prelude::*;
use zjtx_evaluator::Term;

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let (key, text) = props.only();
    let list = format!("{key}-list");
    let divisions = props.rules.terms().industries().divisions.iter();
    let problem = super::problem(&props.read(&text), props);
    let lang = props.lang;
    let field = html! {
        <>
            <Typed
                id={key.clone()}
                text={text.clone()}
                list={list.clone()}
                reading={division(props, &text)}
                {problem}
                {lang}
                on_text={props.answering(key.clone())}
            />
            <datalist id={list}>
                { for divisions.map(|division| html! {
                    <option value={division.code.clone()} label={division.name.get(lang).to_owned()} />
                }) }
            </datalist>
        </>
    };
    frame::single(props, term, &key, Some(unit(lang)), field)
}

const fn unit(lang: Lang) -> &'static str {
    lang.pick("2–4 位代码，可按名称查找", "code of 2–4 digits; can be found by name")
}

/// The division that a code belongs to.
fn division(props: &FieldProps, text: &str) -> Option<AttrValue> {
    let code = text.trim();
    let terms = props.rules.terms();
    let mut divisions = terms.industries().divisions.iter();
    let division = divisions.find(|division| code.starts_with(&division.code))?;
    terms.is_industry(code).then(|| format!("{} {}", division.code, division.name.get(props.lang)).into())
}
