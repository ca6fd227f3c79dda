//! 「培育建议」 on one sheet of paper. What is told is bounded, so that three levels fit.

use crate::{
    advice::{ladder, level::Level, words},
    draft::Draft,
    store::Store,
    words::{Lang, verdict, warning},
};
use yew::prelude::*;
use zjtx_evaluator::{
    advice::{Gap, Route},
    closed_years,
};

/// Gaps of one level on paper.
const GAPS: usize = 6;

/// Draws the sheet; it is seen on paper only.
pub fn view(store: &Store, draft: &Draft, levels: &[Level<'_>]) -> Html {
    let lang = store.lang();
    html! {
        <section class="sheet paper-only">
            <h2>{ words::WHAT_TO_WORK_FOR.get(lang) }</h2>
            <p>{ words::RULES_OF.get(lang) }{ draft.scope.as_of.to_string() }</p>
            { for levels.iter().map(|level| part(store, level)) }
            <p class="warning">
                { closed_years(lang) }{ " " }
                <b>{ words::JUDGED_BY_WHAT_IS.get(lang) }{ warning(lang) }</b>
            </p>
        </section>
    }
}

fn part(store: &Store, level: &Level<'_>) -> Html {
    let (lang, pack) = (store.lang(), level.assessment.pack());
    let verdict = verdict(level.assessment.verdict(), lang);
    let needed: Vec<&Gap<'_>> = level.advice.gaps.iter().filter(|gap| gap.needed).collect();
    let more = needed.len().saturating_sub(GAPS);
    html! {
        <section>
            <h3>
                { level.name(store) }{ words::COLON.get(lang) }{ verdict }{ " " }
                <small>{ score(level, lang) }{ pack.id() }{ words::revision(lang, pack.revision()) }</small>
            </h3>
            <p>{ ladder::distance(level, lang).join(words::SEMICOLON.get(lang)) }</p>
            <ul>
                { for needed.into_iter().take(GAPS).map(|gap| html! { <li>{ self::gap(level, gap, lang) }</li> }) }
                if more > 0 { <li>{ words::more_on_the_page(lang, more) }</li> }
            </ul>
            { for level.advice.routes.first().map(|route| nearest(level, route, lang)) }
            if let Some(waiting) = level.waiting() { <p>{ waiting }</p> }
        </section>
    }
}

fn score(level: &Level<'_>, lang: Lang) -> String {
    let Some(sheet) = level.assessment.sheet() else { return String::new() };
    let (points, mark) = (sheet.total().display(), sheet.pass_mark());
    words::score_pass_mark(lang, &points, mark)
}

/// One gap on one line.
fn gap(level: &Level<'_>, gap: &Gap<'_>, lang: Lang) -> String {
    let title = gap.criterion.title.get(lang);
    let single = gap.routes.iter().find(|route| route.changes.len() == 1);
    let rest = if let Some(route) = single {
        level.words.route(route)
    } else if let Some(year) = gap.waiting {
        words::by_time_alone(lang, level.words.application(year))
    } else if gap.routes.is_empty() {
        words::UNCHANGEABLE.get(lang).to_owned()
    } else {
        words::TAKES_SEVERAL_TOGETHER_SEE.get(lang).to_owned()
    };
    words::title_and_rest(lang, title, &rest)
}

/// The nearest route in a few lines.
fn nearest(level: &Level<'_>, route: &Route, lang: Lang) -> Html {
    html! {
        <p>
            <b>{ words::NEAREST_ROUTE.get(lang) }</b>{ level.words.route(route) }
            { level.words.in_force(route.in_force) }
        </p>
    }
}
