//! What would have to change 「差距与路径」, for every level: gaps, routes, waiting, slack.

use crate::{
    advice::{
        gap, ladder,
        level::{FindingsProps, Level},
        route, sheet, slack, words,
    },
    result::{marks::verdict_mark, missing},
    store::Store,
};
use yew::prelude::*;
use zjtx_evaluator::{AdviceWords, Truth, advice::advise, evaluate};

/// Draws the ladder, every level's advice, and the sheet that is printed.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let FindingsProps { store, draft, .. } = props;
    let rules = &store.model().rules;
    let dossier = draft.dossier(rules.terms());
    let packs = draft.scope.packs(rules).into_iter();
    let levels: Vec<Level<'_>> = packs
        .map(|pack| Level {
            assessment: evaluate(pack, &dossier),
            advice: advise(rules, pack, &dossier),
            words: AdviceWords::of(pack, store.lang()),
        })
        .collect();
    html! {
        <>
            <div class="findings">
                { ladder::view(store, &levels) }
                { for levels.iter().map(|level| section(props, &levels, level)) }
            </div>
            { sheet::view(store, draft, &levels) }
        </>
    }
}

/// All advice on one level.
fn section(props: &FindingsProps, levels: &[Level<'_>], level: &Level<'_>) -> Html {
    let (store, lang) = (&props.store, props.store.lang());
    let id = format!("advice-{}", level.assessment.pack().id());
    let verdict = level.assessment.verdict();
    html! {
        <section class="card advice" aria-labelledby={id.clone()}>
            <h2 {id} tabindex="-1">{ level.name(store) }{ " " }{ verdict_mark(verdict, lang) }</h2>
            if verdict == Truth::Met {
                <p>{ words::AS_FILLED_IN_ALL.get(lang) }</p>
            }
            { find_out(store, level) }
            { gap::list(store, level) }
            if verdict != Truth::Met { { route::list(props, levels, level) } }
            { slack::list(level, lang) }
        </section>
    }
}

/// What to find out before anything else.
fn find_out(store: &Store, level: &Level<'_>) -> Html {
    let (facts, lang) = (&level.advice.find_out, store.lang());
    if facts.is_empty() || level.assessment.verdict() == Truth::Met {
        return Html::default();
    }
    let count = facts.len();
    html! {
        <details class="notice" open={count <= 8}>
            <summary><h3>{ words::to_find_out_first_count(lang, count) }</h3></summary>
            <p class="note">{ words::NOT_ANSWERED_YET_AND.get(lang) }</p>
            <ul class="chips">{ for facts.iter().map(|place| missing::link(store, *place)) }</ul>
        </details>
    }
}
