//! What the plan of a result says of years: from when each level that is not met could be.

use crate::{
    advice::{ladder, level::Level, words},
    draft::Draft,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{AdviceWords, Dossier, Pack, Truth, advice::advise, evaluate};

/// Draws the row of the plan; nothing where no level is unmet.
pub fn view(store: &Store, draft: &Draft) -> Html {
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
