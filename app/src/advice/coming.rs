//! What the plan of a result says of the time to come: from when each level that is not met could be, and the next
//! rounds.

use crate::{
    address::Address,
    advice::{ladder, level::Level, words},
    draft::Draft,
    effects::surroundings,
    preparation::list,
    result::{self, fold::fold},
    rounds::page::span,
    standing::assess,
    store::Store,
    words::Lang,
};
use serde_json::Value;
use std::collections::BTreeSet;
use yew::prelude::*;
use zjtx_evaluator::{
    AdviceWords, Assessment, Dossier, Pack, Round, RoundPurpose, RoundStatus, Truth, advice::advise, evaluate,
};

/// Draws the rows of the plan.
pub fn view(store: &Store, draft: &Draft) -> Html {
    html! {
        <>
            { when(store, draft) }
            <div><dt>{ result::words::WHERE.get(store.lang()) }</dt><dd>{ places(store, draft) }</dd></div>
        </>
    }
}

/// The row of years; nothing where no level is unmet.
fn when(store: &Store, draft: &Draft) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    let dossier = draft.dossier(rules.terms());
    let lines = draft.scope.packs(rules).into_iter().filter_map(|pack| line(store, pack, &dossier));
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <dt>{ words::WHICH_YEAR.get(lang) }</dt>
            <dd>{ for lines.into_iter().map(|line| html! { <p>{ line }</p> }) }</dd>
        </div>
    }
}

fn line(store: &Store, pack: &Pack, dossier: &Dossier) -> Option<String> {
    let lang: Lang = store.lang();
    let assessment = evaluate(pack, dossier);
    if assessment.verdict() != Truth::Unmet {
        return None;
    }
    let level = Level {
        assessment,
        advice: advise(&store.model().rules, pack, dossier),
        words: AdviceWords::of(pack, lang),
    };
    let lines = ladder::outlook(&level, lang);
    let told = lines.join(words::COMMA.get(lang));
    (!told.is_empty()).then(|| [&level.name(store), words::COLON.get(lang), &told].concat())
}

/// The next round, that of a level that is met before others; those of the other levels folded; and the platform.
fn places(store: &Store, draft: &Draft) -> Html {
    let lang = store.lang();
    let rounds = next_rounds(store, draft);
    let lines = |rounds: &[Round]| -> Html {
        rounds.iter().map(|round| html! { <p>{ round_words(store, round) }</p> }).collect()
    };
    let (first, others) = rounds.split_at(rounds.len().min(1));
    let count = others.len();
    html! {
        <>
            if first.is_empty() { <p>{ result::words::NO_ROUND.get(lang) }</p> }
            { lines(first) }
            <p>{ platform(lang) }</p>
            if count > 0 { { fold(result::words::other_rounds(count, lang), lines(others)) } }
            <p class="screen-only"><a href={Address::Rounds.href()}>{ result::words::ROUNDS.get(lang) }</a></p>
        </>
    }
}

/// The next round of each level; levels that are met come first, then the nearest round.
fn next_rounds(store: &Store, draft: &Draft) -> Vec<Round> {
    let model = store.model();
    let (scope, dossier) = (&draft.scope, draft.dossier(model.rules.terms()));
    let assessments = assess(scope, &model.rules, &dossier);
    let is_met = |scheme: &str| {
        let of = |assessment: &&Assessment<'_, '_>| assessment.pack().scheme() == scheme;
        assessments.iter().find(of).is_some_and(|assessment| assessment.verdict() == Truth::Met)
    };
    let has = |scheme: &str| scope.has(scheme);
    let rounds = model.rules.rounds();
    let mut rounds = list::to_come(rounds, model.today, RoundPurpose::First, &scope.region, has);
    let mut told = BTreeSet::new();
    rounds.retain(|round| told.insert(round.scheme.clone()));
    rounds.sort_by_key(|round| !is_met(&round.scheme));
    rounds
}

/// The official platform, where the site names one.
fn platform(lang: Lang) -> Html {
    let settings: Option<Value> = serde_json::from_str(&surroundings::settings()).ok();
    let text = |place: &str| settings.as_ref()?.pointer(place)?.as_str().filter(|text| !text.is_empty());
    let name = text(lang.pick("/platform/name/zh", "/platform/name/en")).or(text("/platform/name/zh"));
    match (name, text("/platform/link")) {
        (Some(name), Some(link)) => html! {
            <>
                { result::words::APPLY_AT.get(lang) }
                <a data-act="platform" href={link.to_owned()} target="_blank" rel="noopener noreferrer">
                    { name.to_owned() }{ result::words::NEW_WINDOW.get(lang) }
                </a>
            </>
        },
        _ => html! { result::words::NO_PLATFORM.get(lang) },
    }
}

fn round_words(store: &Store, round: &Round) -> String {
    let lang = store.lang();
    let days = round.stages.first().map_or_else(String::new, |stage| span(stage, lang));
    result::words::round(round.title.get(lang), &days, round.status == RoundStatus::Announced, lang)
}
