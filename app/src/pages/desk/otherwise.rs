//! The same answers under the rules of another day: which verdicts change.

use crate::{
    action::Action,
    app::Store,
    report,
    scope::Scope,
    standing::assess,
    words::{Lang, say},
};
use std::collections::BTreeMap;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Date};

/// Properties of the section.
#[derive(Clone, PartialEq, Properties)]
pub struct OtherwiseProps {
    /// The state.
    pub store: Store,
}

/// Draws the section.
#[component]
pub fn Otherwise(props: &OtherwiseProps) -> Html {
    let store = &props.store;
    let (model, lang) = (store.model(), store.lang());
    let day = use_state(|| None::<Date>);
    let versions = versions(store);
    let (on_version, on_day) = (day.setter(), day.setter());
    let from_list = Callback::from(move |event: Event| {
        on_version.set(Date::parse(&event.target_unchecked_into::<HtmlSelectElement>().value()));
    });
    let from_field = Callback::from(move |event: Event| {
        on_day.set(Date::parse(&event.target_unchecked_into::<HtmlInputElement>().value()));
    });
    let shown = day.map_or_else(String::new, |day| day.to_string());
    html! {
        <section class="card screen-only" aria-labelledby="otherwise">
            <h2 id="otherwise">{ lang.pick("同样的填写，换一天的规则", "The same answers under the rules of another day") }</h2>
            <div class="filters">
                <p>
                    <label for="version">{ lang.pick("从规则版本里选", "A version of the rules") }</label>
                    <select id="version" class="field" onchange={from_list}>
                        <option value="" selected={day.is_none()}>{ lang.pick("请选择", "Please choose") }</option>
                        { for versions.into_iter().rev().map(|(from, names)| html! {
                            <option value={from.to_string()} selected={*day == Some(from)}>{ say!(lang, "{from} 起：{names}", "from {from}: {names}") }</option>
                        }) }
                    </select>
                </p>
                <p>
                    <label for="other-day">{ lang.pick("或者选一个日期", "or another day") }</label>
                    <input id="other-day" class="field" type="date" value={shown} onchange={from_field} />
                </p>
            </div>
            <div role="status">
                if let Some(as_of) = *day { { comparison(store, Scope { as_of, ..model.draft.scope.clone() }) } }
            </div>
        </section>
    }
}

/// First days of the versions of the chosen schemes, each with the titles of what begins then.
fn versions(store: &Store) -> BTreeMap<Date, String> {
    let (model, lang) = (store.model(), store.lang());
    let mut versions: BTreeMap<Date, Vec<&str>> = BTreeMap::new();
    for pack in model.rules.packs().iter().filter(|pack| model.draft.scope.has(pack.scheme())) {
        for row in pack.in_force() {
            versions.entry(row.from).or_default().push(pack.title().get(lang));
        }
    }
    let joined = |(day, titles): (Date, Vec<&str>)| (day, titles.join(lang.pick("、", ", ")));
    versions.into_iter().map(joined).collect()
}

/// The verdicts of both days beside each other.
fn comparison(store: &Store, other: Scope) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let (rules, scope) = (&model.rules, &model.draft.scope);
    let dossier = model.draft.dossier(rules.terms());
    let moved = dossier.clone().judged(other.as_of, other.application_kind);
    let (now, then) = (assess(scope, rules, &dossier), assess(&other, rules, &moved));
    let day = other.as_of;
    let schemes = rules.catalog().schemes.iter().filter(|scheme| scope.has(&scheme.id));
    html! {
        <>
            <table class="compared">
                <thead><tr>
                    <th scope="col">{ lang.pick("级别", "Level") }</th>
                    <th scope="col">{ scope.as_of.to_string() }</th>
                    <th scope="col">{ day.to_string() }</th>
                    <th scope="col">{ lang.pick("变化", "Change") }</th>
                </tr></thead>
                <tbody>{ for schemes.map(|scheme| {
                    row(scheme.title.get(lang), of(&now, &scheme.id), of(&then, &scheme.id), lang)
                }) }</tbody>
            </table>
            <p class="note">{ say!(
                lang,
                "“上年度”等年份随日期移动：换成 {day} 后，没有填过的年份会是待填。",
                "Years such as “last year” move with the day: under the rules of {day}, years that were not filled in are open."
            ) }</p>
            <p><button type="button" class="button quiet" onclick={store.on(Action::Choose(other))}>{ say!(lang, "改按 {day} 的规则", "Use the rules of {day}") }</button></p>
        </>
    }
}

fn of<'a, 'r, 'd>(assessments: &'a [Assessment<'r, 'd>], scheme: &str) -> Option<&'a Assessment<'r, 'd>> {
    assessments.iter().find(|assessment| assessment.pack().scheme() == scheme)
}

fn row(title: &str, now: Option<&Assessment<'_, '_>>, then: Option<&Assessment<'_, '_>>, lang: Lang) -> Html {
    let cell = |assessment: Option<&Assessment<'_, '_>>| match assessment {
        None => html! { <td>{ lang.pick("没有适用的规则", "no rules apply") }</td> },
        Some(assessment) => html! {
            <td>{ report::verdict_mark(assessment.verdict(), lang) }<br /><small>{ assessment.pack().title().get(lang) }</small></td>
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

/// Whether verdict, or at least the pack, is another.
fn change(now: Option<&Assessment<'_, '_>>, then: Option<&Assessment<'_, '_>>, lang: Lang) -> &'static str {
    let verdicts = [now, then].map(|side| side.map(Assessment::verdict));
    let packs = [now, then].map(|side| side.map(|assessment| assessment.pack().id()));
    match (verdicts.first() == verdicts.last(), packs.first() == packs.last()) {
        (false, _) => lang.pick("结论不同", "another verdict"),
        (true, false) => lang.pick("规则不同，结论相同", "other rules, same verdict"),
        (true, true) => lang.pick("相同", "the same"),
    }
}
