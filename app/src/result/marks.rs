//! Marks of verdicts and conditions: a sign, a colour and a word.

use crate::{
    standing::State,
    words::{self, Lang, say},
};
use yew::prelude::*;
use zjtx_evaluator::Truth;

/// The mark and word of a verdict.
pub fn verdict_mark(truth: Truth, lang: Lang) -> Html {
    let (class, sign) = look(truth);
    html! { <span class={classes!("pill", class)}><span aria-hidden="true">{ sign }</span>{ words::verdict(truth, lang) }</span> }
}

/// The mark of a condition that another one of its group makes needless.
pub fn needless_mark(lang: Lang) -> Html {
    html! { <span class="pill plain">{ lang.pick("不需要", "not needed") }</span> }
}

/// The mark and word of a veto's state: what it names does not hold, or does.
pub fn veto_mark(state: State, lang: Lang) -> Html {
    match state {
        State::Met => {
            html! { <span class="pill met"><span aria-hidden="true">{ "✓" }</span>{ lang.pick("未触发", "not triggered") }</span> }
        }
        State::Unmet => {
            html! { <span class="pill unmet"><span aria-hidden="true">{ "✕" }</span>{ lang.pick("触发", "triggered") }</span> }
        }
        State::Open | State::Review => state_mark(state, false, lang),
    }
}

/// A veto as what must hold.
pub fn veto_title(title: &str, lang: Lang) -> String {
    say!(lang, "不存在“{title}”的情形", "not the case: {title}")
}

/// The mark and word of a condition's state.
pub fn state_mark(state: State, waived: bool, lang: Lang) -> Html {
    let (class, sign, word) = match (state, waived) {
        (State::Met, true) => ("met", "✓", lang.pick("不适用", "does not apply")),
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
