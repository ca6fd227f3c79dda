//! What the plan of a result says of the time to come: from when each level that is not met could be, and the next
//! rounds.

use crate::{
    address::Address,
    advice::{ladder, level::Level, words},
    draft::Draft,
    preparation::list,
    result,
    rounds::page::span,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{
    AdviceWords, Dossier, Pack, Round, RoundPurpose, RoundStatus, Truth, advice::advise, evaluate,
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

/// The next round of each level.
fn places(store: &Store, draft: &Draft) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let scope = &draft.scope;
    let mut rounds =
        list::to_come(model.rules.rounds(), model.today, RoundPurpose::First, &scope.region, |scheme| {
            scope.has(scheme)
        });
    let mut told: Vec<String> = Vec::new();
    rounds.retain(|round| {
        !told.contains(&round.scheme) && {
            told.push(round.scheme.clone());
            true
        }
    });
    html! {
        <>
            if rounds.is_empty() { <p>{ result::words::NO_ROUND.get(lang) }</p> }
            { for rounds.iter().map(|round| html! { <p>{ round_words(store, round) }</p> }) }
            <p class="screen-only"><a href={Address::Rounds.href()}>{ result::words::ROUNDS.get(lang) }</a></p>
        </>
    }
}

fn round_words(store: &Store, round: &Round) -> String {
    let lang = store.lang();
    let days = round.stages.first().map_or_else(String::new, |stage| span(stage, lang));
    result::words::round(round.title.get(lang), &days, round.status == RoundStatus::Announced, lang)
}
