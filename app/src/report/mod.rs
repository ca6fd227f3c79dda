//! Parts of a result: one file each. They show what the engine explains and decide nothing.

#[cfg(feature = "desk")]
pub mod advice;
mod case;
mod chapter;
mod citation;
mod criterion;
pub mod evidence;
pub mod levels;
mod missing;
mod narrowed;
mod plain;
mod score;
mod tools;

pub use citation::{cited, document};
pub use missing::{name_of, next_questions};
pub use tools::{Copy, export_button, print_button, tools};

use crate::{
    address::Address,
    draft::Draft,
    standing::State,
    store::Store,
    words::{self, Lang},
};
use narrowed::Narrowed;
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Truth};

/// What conditions are shown for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To tell how a firm stands.
    Result,
    /// To be read as rules.
    Rules,
}

/// Id of the place of a condition or indicator in the document of its pack.
pub fn anchor(rule: &str) -> String {
    format!("rule-{rule}")
}

/// What the form is for: region, kind, day, and the way to change them.
pub fn scope_line(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let scope = &model.draft.scope;
    let region = if scope.region.starts_with("44") { crate::scope::GUANGDONG } else { crate::scope::NATION };
    html! {
        <p class="note scope">
            { model.rules.region_name(region, lang).to_owned() }{ " · " }
            { words::application_kind(scope.application_kind, lang) }{ " · " }
            { lang.pick("规则日期 ", "rules of ") }{ scope.as_of.to_string() }{ " " }
            <a href={Address::Start.href()}>{ lang.pick("更换", "Change") }</a>
        </p>
    }
}

/// A whole result: the verdicts, what one does next, then every level with its conditions.
pub fn whole(store: &Store, draft: &Draft, assessments: &[Assessment<'_, '_>], next: Html) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let without = draft.scope.levels(&model.rules).into_iter().filter(|level| level.pack.is_none());
    html! {
        <>
            <p class="notice warn">{ lang.pick("按目前填写的内容判断。", "Judged by what is filled in now. ") }<b>{ words::warning(lang) }</b></p>
            <div class="summary">{ for assessments.iter().map(|assessment| levels::summary(store, assessment)) }</div>
            { for without.map(|level| html! {
                <p class="note">{ model.rules.scheme_title(level.scheme, lang).to_owned() }{ lang.pick("：该日期没有适用的规则。", ": no rules apply on that day.") }</p>
            }) }
            <p class="actions screen-only">{ next }</p>
            <Narrowed {lang}>{ for assessments.iter().map(|assessment| levels::detail(store, assessment)) }</Narrowed>
            { evidence::list(store, assessments) }
        </>
    }
}

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
