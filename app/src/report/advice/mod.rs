//! What would have to change 「差距与路径」, for every level: gaps, routes, waiting, slack.

mod change;
mod gap;
mod ladder;
mod route;
mod sheet;
mod slack;

use super::{missing, verdict_mark};
use crate::{
    draft::Draft,
    store::Store,
    words::{Lang, say},
};
use std::rc::Rc;
use yew::prelude::*;
use zjtx_evaluator::{
    AdviceWords, Assessment, Dossier, Truth, Value,
    advise::{Advice, Route, SideEffect, advise},
    evaluate,
};

/// Answers that are to be tried: keys of a draft and texts.
pub type Answers = Vec<(String, String)>;

/// One level: how it is judged, and what would have to change.
pub struct Level<'a> {
    /// How it is judged now.
    pub assessment: Assessment<'a, 'a>,
    /// What would have to change.
    pub advice: Advice<'a>,
    /// Words for it.
    pub words: AdviceWords<'a>,
}

/// Properties of the findings.
#[derive(Clone, PartialEq, Properties)]
pub struct FindingsProps {
    /// The state.
    pub store: Store,
    /// The answers that the advice is on.
    pub draft: Rc<Draft>,
    /// Takes a route: its answers are to be tried.
    pub take: Callback<Answers>,
}

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
            advice: advise(pack, &dossier),
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
                <p>{ lang.pick("按目前填写，本级条件都已满足。", "As filled in, all conditions of this level are met.") }</p>
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
            <summary><h3>{ say!(lang, "先查明（{count} 项）", "To find out first ({count})") }</h3></summary>
            <p class="note">{ lang.pick("这些还没有填，会影响判断；越靠前影响的条件越多。", "Not answered yet and decisive; the first ones touch most conditions.") }</p>
            <ul class="chips">{ for facts.iter().map(|place| missing::link(store, *place)) }</ul>
        </details>
    }
}

impl Level<'_> {
    /// The name of its scheme.
    fn name(&self, store: &Store) -> String {
        store.model().rules.scheme_title(self.assessment.pack().scheme(), store.lang()).to_owned()
    }

    /// How many conditions of the pack are not met, alternatives counted once.
    fn open(&self) -> usize {
        self.assessment.top_level().filter(|judged| judged.truth != Truth::Met).count()
    }

    /// What waiting alone would do, in words.
    fn waiting(&self) -> Option<String> {
        self.advice.waiting.map(|waiting| self.words.waiting(waiting))
    }
}

/// The dossier with the changes of a route made.
fn with_route(dossier: &Dossier, route: &Route) -> Dossier {
    let mut changed = dossier.clone();
    for planned in &route.changes {
        let (place, to) = (planned.change.place, &planned.change.to);
        match (place.year, to) {
            (Some(year), Value::Number(micros)) => changed.set_year(place.fact, year, Some(*micros)),
            _ => changed.set(place.fact, Some(to.clone())),
        }
    }
    changed
}

/// A list of side effects, if there are any.
pub fn side_effects(words: &AdviceWords<'_>, effects: &[SideEffect], lang: Lang) -> Html {
    if effects.is_empty() {
        return Html::default();
    }
    let effects = effects.iter().map(|effect| words.side_effect(effect));
    html! {
        <div class="side-effects">
            <p><b>{ lang.pick("连带影响", "Side effects") }</b></p>
            <ul>{ for effects.map(|effect| html! { <li>{ effect }</li> }) }</ul>
        </div>
    }
}
