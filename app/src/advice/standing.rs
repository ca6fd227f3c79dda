//! Where every level stands with what is tried: verdict, points, what turned, and what else changed.

use crate::{
    advice::{
        later::{self, LaterLevel},
        level::side_effects,
        trial::{Outlook, Trial},
    },
    draft::Draft,
    result::levels,
    store::Store,
    words::{self, Lang, say},
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
                <h3 id="tried">{ lang.pick("试的结果", "With what is tried") }</h3>
                <div role="status" class="tried">{ for packs.iter().map(|level| self::level(store, level, trial.outlook, &now, &then)) }</div>
                if trial.outlook == Outlook::Whenever { { changes(store, draft, trial, packs) } }
                <p class="note">{ words::warning(lang) }</p>
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
    let was = words::verdict(before.verdict(), lang);
    html! {
        <div class="tried-level">
            { levels::standing(store, &after) }
            if before.verdict() != after.verdict() {
                <p class="note">{ say!(lang, "按目前填写：{was}", "As filled in: {was}") }</p>
            }
            if !turned.is_empty() {
                <p class="turned"><b>{ lang.pick("转为满足：", "Now met: ") }</b>{ turned.join(lang.pick("、", ", ")) }</p>
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
            <summary>{ lang.pick("各项从何时起体现", "When each could count") }</summary>
            <ul>{ for changes.iter().map(|planned| {
                let change = words.change(planned);
                html! { <li>{ words.fact(planned.change.place) }{ lang.pick("：", ": ") }{ change.to }{ lang.pick("，", ", ") }{ change.when }</li> }
            }) }</ul>
        </details>
    }
}
