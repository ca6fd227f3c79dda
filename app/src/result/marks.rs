//! Marks of verdicts and conditions: a sign, a colour and a word.

use crate::{result::words, standing::State, words::Lang};
use yew::prelude::*;
use zjtx_evaluator::Truth;

/// The mark and word of a verdict.
pub fn verdict_mark(truth: Truth, lang: Lang) -> Html {
    let (class, sign) = look(truth);
    html! {
        <span class={classes!("pill", class)}>
            <span aria-hidden="true">{ sign }</span>{ words::verdict(truth, lang) }
        </span>
    }
}

/// The mark of a condition that another one of its group makes needless.
pub fn needless_mark(lang: Lang) -> Html {
    html! { <span class="pill plain">{ words::NOT_NEEDED.get(lang) }</span> }
}

/// The mark and word of a veto's state: what it names does not hold, or does.
pub fn veto_mark(state: State, lang: Lang) -> Html {
    match state {
        State::Met => {
            html! {
                <span class="pill met"><span aria-hidden="true">{ "✓" }</span>{ words::NOT_TRIGGERED.get(lang) }</span>
            }
        }
        State::Unmet => {
            html! {
                <span class="pill unmet"><span aria-hidden="true">{ "✕" }</span>{ words::TRIGGERED.get(lang) }</span>
            }
        }
        State::Open | State::Review => state_mark(state, false, lang),
    }
}

/// The mark and word of a condition's state.
pub fn state_mark(state: State, waived: bool, lang: Lang) -> Html {
    let (class, sign, word) = match (state, waived) {
        (State::Met, true) => ("met", "✓", words::DOES_NOT_APPLY.get(lang)),
        (State::Met, false) => ("met", "✓", words::MET.get(lang)),
        (State::Unmet, _) => ("unmet", "✕", words::NOT_MET.get(lang)),
        (State::Open, _) => ("open", "?", words::TO_FILL_IN.get(lang)),
        (State::Review, _) => ("open", "!", words::TO_CONFIRM.get(lang)),
    };
    html! { <span class={classes!("pill", class)}><span aria-hidden="true">{ sign }</span>{ word }</span> }
}

/// Class and sign of a truth.
pub const fn look(truth: Truth) -> (&'static str, &'static str) {
    match truth {
        Truth::Met => ("met", "✓"),
        Truth::Unmet => ("unmet", "✕"),
        Truth::Undetermined => ("open", "?"),
    }
}
