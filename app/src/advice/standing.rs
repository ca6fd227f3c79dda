//! Where every level stands with what is tried: verdict, points, what turned, and what else changed.

use crate::{
    advice::{
        later::{self, LaterLevel},
        level::side_effects,
        trial::{Outlook, Trial},
        words,
    },
    draft::Draft,
    result::levels,
    store::Store,
    words::{Lang, verdict, warning},
};
use yew::prelude::*;
use zjtx_evaluator::{AdviceWords, Assessment, Dossier, Truth, advice, evaluate};

/// Draws the levels, told politely, and their changes.
pub fn view(store: &Store, draft: &Draft, tried: &Draft, trial: &Trial, packs: &[LaterLevel<'_>]) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    let (now, then) = (draft.dossier(rules.terms()), tried.dossier(rules.terms()));
    html! {
        // Where it does not fit it scrolls, and a keyboard has to get there.
        <aside tabindex="0" aria-labelledby="tried">
            <section class="card">
                <h3 id="tried">{ words::WITH_WHAT_IS_TRIED.get(lang) }</h3>
                <div role="status" class="tried">
                    { for packs.iter().map(|level| self::level(store, level, trial.outlook, &now, &then)) }
                </div>
                if trial.outlook == Outlook::Whenever { { changes(store, draft, trial, packs) } }
                <p class="note">{ warning(lang) }</p>
            </section>
        </aside>
    }
}

fn level(store: &Store, level: &LaterLevel<'_>, outlook: Outlook, now: &Dossier, then: &Dossier) -> Html {
    let lang = store.lang();
    let (before, after) = (evaluate(level.pack, now), evaluate(level.pack, then));
    // Before a plan is filled in, everything differs from now by being open.
    let is_settled = outlook == Outlook::Whenever || after.verdict() != Truth::Undetermined;
    let effects = advice::side_effects(&before, &after);
    let turned = turned(&before, &after, lang);
    let was = verdict(before.verdict(), lang);
    html! {
        <div class="tried-level">
            { levels::standing(store, &after) }
            if before.verdict() != after.verdict() {
                <p class="note">{ words::as_filled_in(lang, was) }</p>
            }
            if !turned.is_empty() {
                <p class="turned"><b>{ words::NOW_MET.get(lang) }</b>{ turned.join(words::LIST_COMMA.get(lang)) }</p>
            }
            if is_settled { { side_effects(&AdviceWords::of(level.pack, lang), &effects, lang) } }
        </div>
    }
}

/// Titles of the conditions with a test of their own that have become met.
fn turned<'p>(before: &Assessment<'p, '_>, after: &Assessment<'p, '_>, lang: Lang) -> Vec<&'p str> {
    let pairs = before.criteria().into_iter().zip(after.criteria());
    let turned = pairs.filter(|(before, after)| {
        after.children().is_empty() && before.truth != Truth::Met && after.truth == Truth::Met
    });
    turned.map(|(_, after)| after.criterion.title.get(lang)).collect()
}

/// What is tried, each with the year from which it could count.
fn changes(store: &Store, draft: &Draft, trial: &Trial, packs: &[LaterLevel<'_>]) -> Html {
    let (rules, lang) = (&store.model().rules, store.lang());
    let changes = later::changes(draft, trial.answers(), rules.terms());
    let Some(level) = packs.first().filter(|_| !changes.is_empty()) else { return Html::default() };
    let words = AdviceWords::of(level.pack, lang);
    html! {
        <details class="help">
            <summary>{ words::WHEN_EACH_COULD_COUNT.get(lang) }</summary>
            <ul>{ for changes.iter().map(|planned| {
                let (place, to) = (planned.change.place, &planned.change.to);
                let (to, when) = (words.value(place, to), words.when(planned.effort, planned.window));
                html! {
                    <li>{ words.fact(place) }{ words::COLON.get(lang) }{ to }{ words::COMMA.get(lang) }{ when }</li>
                }
            }) }</ul>
        </details>
    }
}
