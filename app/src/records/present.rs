//! A past test by the rules of today, beside those that judged it, and what changed between them.

use crate::records::state::History;
use crate::{
    draft::Draft,
    records::{
        edit_button::edit_button,
        record::{LevelResult, Record},
        revised::score,
    },
    result::marks::verdict_mark,
    standing::assess,
    store::Store,
    words::{Lang, say},
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
            <h2 id="present">{ lang.pick("按今天的规则", "By the rules of today") }</h2>
            if *shown {
                { comparison(store, record) }
            } else {
                <p class="actions"><button type="button" class="button" onclick={move |_: MouseEvent| show.set(true)}>{
                    lang.pick("用今天的规则再判断一次", "Judge it by the rules of today")
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
    html! {
        <>
            <p role="status">{ say!(
                lang,
                "同样的回答，按 {today} 施行的规则判断；“上年度”随之改为新的年度，缺少的年度数据算作待填。",
                "The same answers by the rules in force on {today}. “Last year” is another year then; figures that are missing for it count as not given."
            ) }</p>
            <div class="table"><table>
                <thead><tr>
                    <th scope="col">{ lang.pick("级别", "Level") }</th>
                    <th scope="col">{ lang.pick("当时", "Then") }</th>
                    <th scope="col">{ lang.pick("今天", "Today") }</th>
                </tr></thead>
                <tbody>{ for scope.schemes.iter().map(|scheme| {
                    let now = now.iter().find(|result| result.scheme == *scheme);
                    row(store, scheme, [record.result(scheme), now])
                }) }</tbody>
            </table></div>
            { for scope.schemes.iter().map(|scheme| changes(store, record.result(scheme), &draft, scheme)) }
            <p class="actions">{ edit_button(store, &record.id, lang) }<span class="note">{ lang.pick("要按今天的规则重新提交，请编辑后在开始页更换规则日期。", "To submit it by the rules of today, edit it and change the day on the start page.") }</span></p>
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
        return html! { { lang.pick("未测", "not tested") } };
    };
    html! { <>{ verdict_mark(result.truth(), lang) }{ score(result, lang) }<br /><small><code>{ &result.pack }</code></small></> }
}

/// What changed from the pack that judged to the one in force today.
fn changes(store: &Store, then: Option<&LevelResult>, draft: &Draft, scheme: &str) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    let old = then.and_then(|result| rules.pack(&result.pack));
    let (title, now) = (rules.scheme_title(scheme, lang), draft.scope.pack_of(scheme, rules));
    match (old, now) {
        (Some(old), Some(now)) if old.id() == now.id() => html! {
            <p class="note">{ say!(lang, "{title}：当时的规则今天仍在施行。", "{title}: the rules of then are still in force.") }</p>
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
            <summary>{ say!(lang, "{title}：规则有 {count} 处不同", "{title}: {count} differences in the rules") }</summary>
            <ul>{ for changes.iter().map(|change| html! {
                <li>{ change.text(lang) }<ul>{ for change.differences.iter().map(|difference| html! { <li>{ difference.text(lang) }</li> }) }</ul></li>
            }) }</ul>
        </details>
    }
}
