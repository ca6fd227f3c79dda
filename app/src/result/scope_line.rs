//! What a result is for: region, kind of application and day.

use crate::{
    action::Action,
    address::Address,
    scope::Scope,
    store::Store,
    words::{self, say},
};
use yew::prelude::*;

/// What the form is for: region, kind, day, and the way to change them.
pub fn scope_line(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let scope = &model.draft.scope;
    let region = scope.home(&model.rules);
    html! {
        <>
        { passed(store) }
        <p class="note scope">
            { model.rules.region_name(region, lang).to_owned() }{ " · " }
            { words::application_kind(scope.application_kind, lang) }{ " · " }
            { lang.pick("适用日期 ", "rules of ") }{ scope.as_of.to_string() }{ " " }
            <a href={Address::Start.href()}>{ lang.pick("更换", "Change") }</a>
        </p>
        </>
    }
}

/// A form of a year that has passed asks for other years than one of today.
fn passed(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let (scope, today) = (&model.draft.scope, model.today);
    if scope.as_of.year() >= today.year() || model.draft.answered() == 0 {
        return Html::default();
    }
    let (then, last) = (scope.as_of, today.year() - 1);
    let act = store.on(Action::Choose(Scope { as_of: today, ..scope.clone() }));
    html! {
        <p class="notice warn" role="status">
            { say!(
                lang,
                "这份按 {then} 的规则和年度填写，今天是 {today}，上年度已是 {last} 年。",
                "This was filled in for {then}; today is {today}, and the last closed year is {last}."
            ) }
            <button type="button" class="link" data-act="day" onclick={act}>
                { lang.pick("改到今天，已填的内容保留", "Take the day of today and keep the answers") }
            </button>
        </p>
    }
}
