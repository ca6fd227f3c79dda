//! Packs that were revised or withdrawn since a test: what came out then, and what differs now.

use crate::{
    records::record::{LevelResult, Record},
    result::marks::verdict_mark,
    store::Store,
    words::{Lang, say},
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
            <h2 id="revised">{ lang.pick("当时的规则已修订", "The rules were revised since") }</h2>
            <p>{ lang.pick(
                "以下规则包在当时判断之后已修订或不再提供。这里先列当时的结论；下面逐条显示的是按现有修订版的判断。",
                "These rule packs were revised or withdrawn since. Here stands what came out then; what follows below is by their present revision.",
            ) }</p>
            <ul>{ for revised.into_iter().map(|result| level(store, result, assessments, lang)) }</ul>
        </section>
    }
}

fn level(store: &Store, then: &LevelResult, assessments: &[Assessment<'_, '_>], lang: Lang) -> Html {
    let now = assessments.iter().find(|assessment| assessment.pack().id() == then.pack);
    let (pack, revision) = (&then.pack, &then.revision);
    html! {
        <li>
            { store.model().rules.scheme_title(&then.scheme, lang).to_owned() }{ " " }{ verdict_mark(then.truth(), lang) }{ score(then, lang) }
            <br /><small>{ say!(lang, "规则包 {pack}，修订 {revision}", "rule pack {pack}, revision {revision}") }</small>
            { now.map_or_else(Html::default, |now| conditions(then, now, lang)) }
        </li>
    }
}

/// Points of a level, behind its verdict.
pub fn score(result: &LevelResult, lang: Lang) -> String {
    let score = result.score.as_ref();
    score.map_or_else(String::new, |score| say!(lang, " 评价得分 {score}", " score {score}"))
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
    let titles = titles.join(lang.pick("、", ", "));
    html! { <><br />{ say!(lang, "判断不同的条件：{titles}", "Conditions that come out otherwise: {titles}") }</> }
}
