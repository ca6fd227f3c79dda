//! A past test by the rules of today, beside those that judged it, and what changed between them.

use crate::{
    draft::Draft,
    records::{
        edit_button::edit_button,
        record::{LevelResult, Record},
        revised::score,
        state::History,
        words,
    },
    result::{marks::verdict_mark, passed},
    shell::table::table,
    standing::assess,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{Pack, diff::diff};

/// Properties of the section.
#[derive(Clone, PartialEq, Properties)]
pub struct PresentProps {
    /// The state.
    pub store: Store,
    /// Id of the past test.
    pub id: AttrValue,
}

/// Draws the offer, and the comparison once it is wanted.
#[component]
pub fn Present(PresentProps { store, id }: &PresentProps) -> Html {
    let shown = use_state(|| false);
    let (model, lang) = (store.model(), store.lang());
    let history = History::of(model);
    let Some(record) = history.records.get(id.as_str()) else { return Html::default() };
    if record.draft.scope.as_of == model.today {
        return Html::default();
    }
    let show = shown.setter();
    html! {
        <section class="card screen-only" aria-labelledby="present">
            <h2 id="present">{ words::BY_THE_RULES_OF.get(lang) }</h2>
            if passed::has_passed(&record.draft.scope, model) {
                <p class="notice warn">{ passed::sentence(&record.draft.scope, model) }</p>
            }
            if *shown {
                { comparison(store, record) }
            } else {
                <p class="actions"><button type="button" class="button" onclick={move |_: MouseEvent| show.set(true)}>{
                    words::JUDGE_IT_BY_THE.get(lang)
                }</button></p>
            }
        </section>
    }
}

fn comparison(store: &Store, record: &Record) -> Html {
    let (model, lang, scope) = (store.model(), store.lang(), &record.draft.scope);
    let mut draft = record.draft.clone();
    draft.scope.as_of = model.today;
    let dossier = draft.dossier(model.rules.terms());
    let assessments = assess(&draft.scope, &model.rules, &dossier);
    let now: Vec<LevelResult> = assessments.iter().map(LevelResult::of).collect();
    let today = model.today;
    let heads = [words::LEVEL, words::THEN, words::TODAY].map(|head| html! { head.get(lang) });
    let level = |scheme: &String| {
        let now = now.iter().find(|result| result.scheme == *scheme);
        row(store, scheme, [record.result(scheme), now])
    };
    html! {
        <>
            <p role="status">{ words::the_same_answers_by(lang, today) }</p>
            { table(heads, scope.schemes.iter().map(level)) }
            { for scope.schemes.iter().map(|scheme| changes(store, record.result(scheme), &draft, scheme)) }
            <p class="actions">
                { edit_button(store, &record.id, lang) }<span class="note">{ words::TO_SUBMIT_IT_BY.get(lang) }</span>
            </p>
        </>
    }
}

/// One level of two tests.
pub fn row(store: &Store, scheme: &str, results: [Option<&LevelResult>; 2]) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    html! {
        <tr>
            <th scope="row">{ rules.scheme_title(scheme, lang).to_owned() }</th>
            { for results.map(|result| html! { <td>{ outcome(result, lang) }</td> }) }
        </tr>
    }
}

fn outcome(result: Option<&LevelResult>, lang: Lang) -> Html {
    let Some(result) = result else {
        return html! { { words::NOT_TESTED.get(lang) } };
    };
    html! {
        <>
            { verdict_mark(result.truth(), lang) }{ score(result, lang) }<br />
            <small><code>{ &result.pack }</code></small>
        </>
    }
}

/// What changed from the pack that judged to the one in force today.
fn changes(store: &Store, then: Option<&LevelResult>, draft: &Draft, scheme: &str) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    let old = then.and_then(|result| rules.pack(&result.pack));
    let (title, now) = (rules.scheme_title(scheme, lang), draft.scope.pack_of(scheme, rules));
    match (old, now) {
        (Some(old), Some(now)) if old.id() == now.id() => html! {
            <p class="note">{ words::the_rules_of_then(lang, title) }</p>
        },
        (Some(old), Some(now)) => differences(old, now, title, lang),
        _ => Html::default(),
    }
}

/// What changed from one pack to another, folded up.
pub fn differences(old: &Pack, now: &Pack, title: &str, lang: Lang) -> Html {
    let changes = diff(old, now, lang);
    let count = changes.len();
    html! {
        <details>
            <summary>{ words::differences_in_the_rules(lang, title, count) }</summary>
            <ul>{ for changes.iter().map(|change| html! {
                <li>
                    { change.text(lang) }
                    <ul>
                        { for change.differences.iter().map(|difference| html! { <li>{ difference.text(lang) }</li> }) }
                    </ul>
                </li>
            }) }</ul>
        </details>
    }
}
