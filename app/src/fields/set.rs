//! Any of the choices of a term, none of them, or 不清楚.

use crate::{
    draft::{NONE, Reading, UNSURE, chosen},
    fields::{frame, props::FieldProps, words},
};
use yew::prelude::*;
use zjtx_evaluator::{Term, Value, bit};

/// Draws the question.
pub fn view(props: &FieldProps, term: &Term) -> Html {
    let (key, text) = props.only();
    let set = match props.read(&text) {
        Reading::Understood(Value::Set(set)) => set,
        _ => 0,
    };
    let choices = (0_u8..).zip(term.choices());
    let lang = props.lang;
    let whole = [(NONE, words::NONE_OF_THESE.get(lang)), (UNSURE, words::NOT_SURE.get(lang))];
    let answers = html! {
        <div class="answers stacked">
            { for choices.map(|(index, (id, name))| {
                let toggled = written(set ^ bit(index), term);
                let answer = Answer { id, name: name.get(lang), checked: set & bit(index) != 0, toggled };
                tick(props, &key, usize::from(index), answer)
            }) }
            { for whole.into_iter().enumerate().map(|(index, (id, name))| {
                let checked = text.as_str() == id;
                let toggled = if checked { String::new() } else { id.to_owned() };
                tick(props, &key, term.choices().len() + index, Answer { id, name, checked, toggled })
            }) }
        </div>
    };
    frame::group(props, term, answers)
}

/// A set as it is typed; an emptied one is unanswered, not 以上都不是.
fn written(set: u64, term: &Term) -> String {
    chosen(set, term).join(",")
}

/// One of the answers.
struct Answer<'a> {
    id: &'a str,
    name: &'a str,
    checked: bool,
    /// What the question's text becomes when it is ticked or cleared.
    toggled: String,
}

fn tick(props: &FieldProps, key: &str, index: usize, answer: Answer<'_>) -> Html {
    let Answer { id, name, checked, toggled } = answer;
    let answering = props.answering(key.to_owned());
    let onchange = Callback::from(move |_: Event| answering.emit(toggled.clone()));
    let element = if index == 0 { key.to_owned() } else { format!("{key}-{index}") };
    html! {
        <label class="answer">
            <input type="checkbox" id={element} value={id.to_owned()} {checked} {onchange} />
            <span>{ name }</span>
        </label>
    }
}
