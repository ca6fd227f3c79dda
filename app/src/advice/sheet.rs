//! 「培育建议」 on one sheet of paper. What is told is bounded, so that three levels fit.

use crate::{
    advice::{ladder, level::Level},
    draft::Draft,
    store::Store,
    words::{self, Lang, say},
};
use yew::prelude::*;
use zjtx_evaluator::{
    ChangeWords,
    advice::{Gap, Route},
    closed_years,
};

/// Gaps of one level on paper.
const GAPS: usize = 6;
/// Facts to find out of one gap.
const FACTS: usize = 4;

/// Draws the sheet; it is seen on paper only.
pub fn view(store: &Store, draft: &Draft, levels: &[Level<'_>]) -> Html {
    let lang = store.lang();
    html! {
        <section class="sheet paper-only">
            <h2>{ lang.pick("培育建议", "What to work for") }</h2>
            <p>{ lang.pick("规则日期 ", "rules of ") }{ draft.scope.as_of.to_string() }</p>
            { for levels.iter().map(|level| part(store, level)) }
            <p class="warning">
                { closed_years(lang) }{ " " }
                <b>{ lang.pick("按目前填写的内容判断。", "Judged by what is filled in now. ") }{ words::warning(lang) }</b>
            </p>
        </section>
    }
}

fn part(store: &Store, level: &Level<'_>) -> Html {
    let (lang, pack) = (store.lang(), level.assessment.pack());
    let verdict = words::verdict(level.assessment.verdict(), lang);
    let needed: Vec<&Gap<'_>> = level.advice.gaps.iter().filter(|gap| gap.needed).collect();
    let more = needed.len().saturating_sub(GAPS);
    html! {
        <section>
            <h3>{ level.name(store) }{ lang.pick("：", ": ") }{ verdict }{ " " }<small>{ score(level, lang) }{ pack.id() }{ lang.pick("，修订 ", ", revision ") }{ pack.revision() }</small></h3>
            <p>{ ladder::distance(level, lang).join(lang.pick("；", "; ")) }</p>
            <ul>
                { for needed.into_iter().take(GAPS).map(|gap| html! { <li>{ self::gap(level, gap, lang) }</li> }) }
                if more > 0 { <li>{ say!(lang, "另有 {more} 项，见页面", "{more} more on the page") }</li> }
            </ul>
            { for level.advice.routes.first().map(|route| nearest(level, route, lang)) }
            if let Some(waiting) = level.waiting() { <p>{ waiting }</p> }
        </section>
    }
}

fn score(level: &Level<'_>, lang: Lang) -> String {
    let Some(sheet) = level.assessment.sheet() else { return String::new() };
    let (points, mark) = (sheet.total().display(), sheet.pass_mark());
    say!(lang, "得分 {points}（合格线 {mark}） · ", "score {points} (pass mark {mark}) · ")
}

/// One gap on one line.
fn gap(level: &Level<'_>, gap: &Gap<'_>, lang: Lang) -> String {
    let title = gap.criterion.title.get(lang);
    let known = |route: &&Route| matches!(route.changes.as_slice(), [one] if one.change.from.is_some());
    let single = gap.routes.iter().find(known).and_then(|route| route.changes.first());
    let rest = if let Some(planned) = single {
        level.words.change(planned).sentence(lang)
    } else if !gap.find_out.is_empty() {
        let facts: Vec<_> = gap.find_out.iter().take(FACTS).copied().collect();
        let (names, count) = (level.words.places(&facts), gap.find_out.len());
        say!(lang, "先查明 {count} 项：{names}", "find out {count} first: {names}")
    } else if gap.routes.is_empty() {
        lang.pick("不可变", "unchangeable").to_owned()
    } else {
        lang.pick("要几项合起来，见路径", "takes several together, see the route").to_owned()
    };
    say!(lang, "{title} — {rest}", "{title} — {rest}")
}

/// The nearest route in a few lines.
fn nearest(level: &Level<'_>, route: &Route, lang: Lang) -> Html {
    // What is filled in and what is required: a figure of a closed year is not said to become another.
    let changes = route.changes.iter().map(|planned| {
        let ChangeWords { name, from, to, .. } = level.words.change(planned);
        say!(lang, "{name}填报 {from}、要求 {to}", "{name}: filled in {from}, required {to}")
    });
    let changes: Vec<String> = changes.collect();
    html! {
        <p>
            <b>{ lang.pick("最近的路径（", "Nearest route (") }{ level.words.when(route.effort, route.window) }{ lang.pick("）：", "): ") }</b>
            { changes.join(lang.pick("；", "; ")) }
        </p>
    }
}
