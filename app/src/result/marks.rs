//! Marks of verdicts and conditions: a sign, a colour and a word.

use crate::{
    standing::State,
    words::{self, Lang},
};
use yew::prelude::*;
use zjtx_evaluator::Truth;

/// The mark and word of a verdict.
pub fn verdict_mark(truth: Truth, lang: Lang) -> Html {
    let (class, sign) = look(truth);
    html! { <span class={classes!("pill", class)}><span aria-hidden="true">{ sign }</span>{ words::verdict(truth, lang) }</span> }
}

/// The mark and word of a condition's state.
pub fn state_mark(state: State, waived: bool, lang: Lang) -> Html {
    let (class, sign, word) = match (state, waived) {
        (State::Met, true) => ("met", "✓", lang.pick("豁免或不考查", "waived or not examined")),
        (State::Met, false) => ("met", "✓", lang.pick("满足", "met")),
        (State::Unmet, _) => ("unmet", "✕", lang.pick("不满足", "not met")),
        (State::Open, _) => ("open", "?", lang.pick("待填", "to fill in")),
        (State::Review, _) => ("open", "!", lang.pick("待核", "to be confirmed")),
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
