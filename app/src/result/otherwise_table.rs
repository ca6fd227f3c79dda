//! The verdicts of two scopes beside each other, and what is behind another verdict.

use crate::{
    action::Action, records::present, result::marks::verdict_mark, result::words, scope::Scope,
    shell::table::table, standing::assess, store::Store, words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Judged};

/// One side of the comparison of a level.
type Side<'a, 'r, 'd> = Option<&'a Assessment<'r, 'd>>;

/// Draws the comparison of the form as it is with the same answers in another scope.
pub fn view(store: &Store, other: Scope) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let (rules, scope) = (&model.rules, &model.draft.scope);
    let dossier = model.draft.dossier(rules.terms());
    let moved = dossier.clone().judged(other.as_of, other.application_kind);
    let (now, then) = (assess(scope, rules, &dossier), assess(&other, rules, &moved));
    let schemes = rules.catalog().schemes.iter().filter(|scheme| scope.has(&scheme.id));
    let levels: Vec<_> =
        schemes.map(|scheme| (scheme.title.get(lang), of(&now, &scheme.id), of(&then, &scheme.id))).collect();
    let (level, change) = (words::LEVEL.get(lang), words::CHANGE.get(lang));
    let heads = [html! { level }, named(scope, lang), named(&other, lang), html! { change }];
    html! {
        <>
            { table(heads, levels.iter().map(|(title, now, then)| row(title, *now, *then, lang))) }
            { for levels.iter().map(|(title, now, then)| behind(title, *now, *then, lang)) }
            if scope.as_of != other.as_of { <p class="note">{ words::years_move(other.as_of, lang) }</p> }
            <p>{ adopt(store, other) }</p>
        </>
    }
}

/// A scope by what may differ: its day and its kind of application.
fn named(scope: &Scope, lang: Lang) -> Html {
    html! { <>{ scope.as_of.to_string() }<br />{ words::application_kind(scope.application_kind, lang) }</> }
}

/// Goes over to the other scope.
fn adopt(store: &Store, other: Scope) -> Html {
    let lang = store.lang();
    let (day, kind) = (other.as_of, words::application_kind(other.application_kind, lang));
    let name = if other.application_kind == store.model().draft.scope.application_kind {
        words::use_rules(day, lang)
    } else {
        words::use_rules_of_kind(day, kind, lang)
    };
    html! { <button type="button" class="button quiet" onclick={store.on(Action::Choose(other))}>{ name }</button> }
}

fn of<'a, 'r, 'd>(assessments: &'a [Assessment<'r, 'd>], scheme: &str) -> Side<'a, 'r, 'd> {
    assessments.iter().find(|assessment| assessment.pack().scheme() == scheme)
}

fn row(title: &str, now: Side<'_, '_, '_>, then: Side<'_, '_, '_>, lang: Lang) -> Html {
    let cell = |assessment: Side<'_, '_, '_>| match assessment {
        None => html! { <td>{ words::NO_STANDARD.get(lang) }</td> },
        Some(assessment) => html! {
            <td>
                { verdict_mark(assessment.verdict(), lang) }<br /><small>{ assessment.pack().title().get(lang) }</small>
            </td>
        },
    };
    html! {
        <tr>
            <th scope="row">{ title.to_owned() }</th>
            { cell(now) }
            { cell(then) }
            <td>{ change(now, then, lang) }</td>
        </tr>
    }
}

/// Whether the verdict, or at least the pack, is another.
fn change(now: Side<'_, '_, '_>, then: Side<'_, '_, '_>, lang: Lang) -> &'static str {
    let verdict = |side: Side<'_, '_, '_>| side.map(Assessment::verdict);
    match (verdict(now) == verdict(then), pack(now) == pack(then)) {
        (false, _) => words::ANOTHER_VERDICT.get(lang),
        (true, false) => words::SAME_VERDICT.get(lang),
        (true, true) => words::THE_SAME.get(lang),
    }
}

fn pack<'r>(side: Side<'_, 'r, '_>) -> Option<&'r str> {
    side.map(|assessment| assessment.pack().id())
}

/// What differs of a level: its rules, or by the same rules its conditions.
fn behind(title: &str, now: Side<'_, '_, '_>, then: Side<'_, '_, '_>, lang: Lang) -> Html {
    match (now, then) {
        (Some(now), Some(then)) if now.pack().id() == then.pack().id() => conditions(title, now, then, lang),
        (Some(now), Some(then)) => present::differences(now.pack(), then.pack(), title, lang),
        _ => Html::default(),
    }
}

/// Conditions that come out otherwise by the same rules.
fn conditions(title: &str, now: &Assessment<'_, '_>, then: &Assessment<'_, '_>, lang: Lang) -> Html {
    let then = then.criteria();
    let differs = |judged: &&Judged<'_>| {
        then.iter().any(|other| other.criterion.id == judged.criterion.id && other.truth != judged.truth)
    };
    let changed: Vec<&str> =
        now.criteria().into_iter().filter(differs).map(|judged| judged.criterion.title.get(lang)).collect();
    if changed.is_empty() {
        return Html::default();
    }
    let changed = changed.join(words::LIST_COMMA.get(lang));
    html! { <p>{ words::come_out_otherwise(title, &changed, lang) }</p> }
}
