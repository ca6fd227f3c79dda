//! Packs that were revised or withdrawn since a test: what came out then, and what differs now.

use crate::{
    records::{
        record::{LevelResult, Record},
        words,
    },
    result::marks::verdict_mark,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Judged};

/// Draws it, where there are any.
pub fn view(store: &Store, record: &Record, assessments: &[Assessment<'_, '_>]) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let revised = record.results.iter().filter(|result| !result.is_current(&model.rules));
    let revised: Vec<&LevelResult> = revised.collect();
    if revised.is_empty() {
        return Html::default();
    }
    html! {
        <section class="notice warn" aria-labelledby="revised">
            <h2 id="revised">{ words::THE_RULES_WERE_REVISED.get(lang) }</h2>
            <p>{ words::THESE_RULE_PACKS_WERE.get(lang) }</p>
            <ul>{ for revised.into_iter().map(|result| level(store, result, assessments, lang)) }</ul>
        </section>
    }
}

fn level(store: &Store, then: &LevelResult, assessments: &[Assessment<'_, '_>], lang: Lang) -> Html {
    let now = assessments.iter().find(|assessment| assessment.pack().id() == then.pack);
    let (pack, revision) = (&then.pack, &then.revision);
    html! {
        <li>
            { store.model().rules.scheme_title(&then.scheme, lang).to_owned() }{ " " }
            { verdict_mark(then.truth(), lang) }{ score(then, lang) }
            <br /><small>{ words::rule_pack_revision(lang, pack, revision) }</small>
            { now.map_or_else(Html::default, |now| conditions(then, now, lang)) }
        </li>
    }
}

/// Points of a level, behind its verdict.
pub fn score(result: &LevelResult, lang: Lang) -> String {
    let score = result.score.as_ref();
    score.map_or_else(String::new, |score| words::score(lang, score))
}

/// Conditions that come out otherwise now.
fn conditions(then: &LevelResult, now: &Assessment<'_, '_>, lang: Lang) -> Html {
    let differs = |judged: &&Judged<'_>| {
        then.conditions.get(&judged.criterion.id).is_some_and(|truth| truth != judged.truth.id())
    };
    let changed: Vec<&Judged<'_>> = now.criteria().into_iter().filter(differs).collect();
    if changed.is_empty() {
        return Html::default();
    }
    let titles: Vec<&str> = changed.iter().map(|judged| judged.criterion.title.get(lang)).collect();
    let titles = titles.join(words::LIST_COMMA.get(lang));
    html! { <><br />{ words::conditions_that_come_out(lang, &titles) }</> }
}
