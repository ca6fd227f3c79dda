//! The score sheet: the interval against the pass mark, and every indicator with its own row lit.

use crate::{
    result::{
        citation,
        purpose::{Purpose, anchor},
        words,
    },
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{
    Assessment, Terms,
    number::Literal,
    scores::{
        Band, BandRow, ChoicePoints, GroupResult, IndicatorResult, PerItem, Points, PointsSpan, Rule,
        SheetResult,
    },
};

/// Points so far, as words and as a meter.
pub fn bar(assessment: &Assessment<'_, '_>, lang: Lang) -> Html {
    let Some(sheet) = assessment.sheet() else { return Html::default() };
    let (points, full, mark) = (sheet.total().display(), sheet.full(), sheet.pass_mark());
    let label = words::score(&points, full, mark, lang);
    html! {
        <p class="score">
            <meter min="0" max={full.to_string()} value={least(sheet.total())} aria-label={label.clone()} />
            <span class="note">{ label }</span>
        </p>
    }
}

fn least(points: Points) -> String {
    Literal::points(points.min).to_string()
}

/// The whole sheet.
pub fn table(store: &Store, assessment: &Assessment<'_, '_>, purpose: Purpose) -> Html {
    let Some(sheet) = assessment.sheet() else { return Html::default() };
    let lang = store.lang();
    let terms = store.model().rules.terms();
    let view = View { terms, pack: assessment.pack().id(), purpose, lang };
    html! {
        <div class="card chapter">
            <h3>{ words::SCORE_SHEET.get(lang) }</h3>
            { total(sheet, lang) }
            { for sheet.groups().iter().map(|group| self::group(&view, group)) }
        </div>
    }
}

/// What the sheet is drawn with.
struct View<'v> {
    terms: &'v Terms,
    /// Id of the pack that has the sheet.
    pack: &'v str,
    purpose: Purpose,
    lang: Lang,
}

fn total(sheet: &SheetResult<'_>, lang: Lang) -> Html {
    let (points, full, mark) = (sheet.total().display(), sheet.full(), sheet.pass_mark());
    html! { <p>{ words::total(&points, full, mark, lang) }</p> }
}

fn group(view: &View<'_>, group: &GroupResult<'_>) -> Html {
    let lang = view.lang;
    let (points, full) = (group.points.display(), group.full());
    let floor = group.floor().map(|floor| words::at_least(floor, lang));
    html! {
        <div class="score-group">
            <h4>
                { group.title().get(lang) }{ " " }
                <span class="note">{ points }{ " / " }{ full.to_string() }{ floor }</span>
            </h4>
            <ul class="plain">{ for group.indicators.iter().map(|result| indicator(view, result)) }</ul>
        </div>
    }
}

fn indicator(view: &View<'_>, result: &IndicatorResult<'_>) -> Html {
    let (lang, indicator) = (view.lang, result.indicator);
    let is_place = view.purpose == Purpose::Rules;
    html! {
        <li class="indicator">
            <div class="criterion-head">
                <h5 id={is_place.then(|| anchor(&indicator.id))} tabindex={is_place.then_some("-1")}>
                    { &indicator.id }{ " " }{ indicator.title.get(lang) }
                </h5>
                <b class="points">{ result.points.display() }{ " / " }{ indicator.full.to_string() }</b>
            </div>
            { rule(view.terms, &indicator.rule, result.points, lang) }
            <div class="where">
                <p class="note">{ indicator.note.as_ref().map_or("", |note| note.get(lang)) }</p>
                if !is_place { { citation::rule_link(lang, view.pack, &indicator.id, view.purpose) } }
            </div>
        </li>
    }
}

fn rule(terms: &Terms, rule: &Rule, own: Points, lang: Lang) -> Html {
    match rule {
        Rule::Band(band) => rows(band_rows(band, lang), own, lang),
        Rule::Choice(choice) => rows(choice_rows(terms, choice, lang), own, lang),
        Rule::PerItem(per_item) => html! { <p class="note">{ per_item_words(per_item, lang) }</p> },
        Rule::DirectPoints(_) => {
            html! { <p class="note">{ words::POINTS_ANSWERED.get(lang) }</p> }
        }
        Rule::BestOf(rules) => html! {
            <>
                <p class="note">{ words::BEST_OF.get(lang) }</p>
                { for rules.iter().map(|rule| self::rule(terms, rule, own, lang)) }
            </>
        },
    }
}

/// Rows with the points of each; the own one lit.
fn rows(rows: Vec<(String, PointsSpan)>, own: Points, lang: Lang) -> Html {
    let is_own = |span: &PointsSpan| span.points() == own;
    html! {
        <ul class="bands">
            { for rows.into_iter().map(|(name, points)| html! {
                <li class={is_own(&points).then_some("own")}>
                    { name }<b>{ span_words(points, lang) }</b>
                    if is_own(&points) { <span class="visually-hidden">{ words::YOURS_HERE.get(lang) }</span> }
                </li>
            }) }
        </ul>
    }
}

/// `7 分`, or `7–8 分` where experts give points inside a band.
fn span_words(span: PointsSpan, lang: Lang) -> String {
    match span.least == span.most {
        true => span.most.display(lang),
        false => format!("{}–{}", span.least, span.most.display(lang)),
    }
}

fn band_rows(band: &Band, lang: Lang) -> Vec<(String, PointsSpan)> {
    let name = |row: &BandRow| match row.edge {
        Some(edge) => format!("{} {}", row.sign(band.edge), edge.display(lang)),
        None => words::OTHERWISE.get(lang).to_owned(),
    };
    band.rows.iter().map(|row| (name(row), row.points)).collect()
}

fn choice_rows(terms: &Terms, choice: &ChoicePoints, lang: Lang) -> Vec<(String, PointsSpan)> {
    let names: Vec<String> = match terms.term(choice.fact) {
        Some(term) if term.choices().len() > 0 => {
            term.choices().map(|(_, name)| name.get(lang).to_owned()).collect()
        }
        _ => vec![words::NO.get(lang).to_owned(), words::YES.get(lang).to_owned()],
    };
    names.into_iter().zip(choice.answers.iter().copied()).collect()
}

fn per_item_words(rule: &PerItem, lang: Lang) -> String {
    words::per_item(&rule.each.display(lang), rule.points, rule.cap, lang)
}
