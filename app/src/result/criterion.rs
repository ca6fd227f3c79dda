//! A condition: its state, its requirement, the own figure and the margin, and where it is written.

use crate::{
    result::{
        citation, edit,
        fold::fold,
        marks::{look, needless_mark, state_mark, veto_mark},
        purpose::{Purpose, anchor},
        words,
    },
    standing::State,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Body, Judged, Line, Truth};

/// How a condition is shown.
#[derive(Clone, Copy)]
pub struct Shown {
    /// What for.
    pub purpose: Purpose,
    /// Whether it is a veto: its title names what must not be.
    pub is_veto: bool,
    /// Whether another one of its group is met, so that it is not needed.
    pub is_needless: bool,
    /// How many are shown in full, itself the first of them; the others are a line each that unfolds.
    pub in_full: usize,
}

impl Shown {
    /// How the conditions of a chapter are shown.
    pub fn new(purpose: Purpose, is_veto: bool) -> Self {
        Self { purpose, is_veto, is_needless: false, in_full: usize::MAX }
    }

    /// How the conditions beneath one are shown.
    fn beneath(self, judged: &Judged<'_>, child: &Judged<'_>) -> Self {
        let is_any = judged.truth == Truth::Met && matches!(judged.criterion.body, Body::AnyOf(_));
        let is_needless = self.is_needless || (is_any && child.truth != Truth::Met);
        Self { is_needless: is_needless && self.purpose.is_result(), in_full: usize::MAX, ..self }
    }
}

/// Draws a condition with those beneath it.
pub fn view(store: &Store, assessment: &Assessment<'_, '_>, judged: &Judged<'_>, shown: Shown) -> Html {
    let (lang, criterion, purpose) = (store.lang(), judged.criterion, shown.purpose);
    let lines = assessment.explain(judged, lang);
    let title = title(judged, shown, lang);
    let brief = (shown.in_full == 0).then(|| words::brief(&title, &short_by(&lines, shown, lang), lang));
    // What one of a group that is met lacks is no gap.
    let is_spare = purpose.is_result() && (shown.is_needless || judged.truth == Truth::Met);
    let whole = html! {
        <>
            <div class="criterion-head">
                { heading(&criterion.id, title, purpose) }
                if criterion.self_declared { <span class="pill plain">{ words::SELF_DECLARED.get(lang) }</span> }
                if purpose.is_result() { { mark(judged, shown, lang) } }
            </div>
            { for lines.iter().map(|line| self::line(line, lang, purpose, is_spare)) }
            { edit::links(store, criterion, purpose) }
            { citation::view(store, assessment.pack().id(), criterion, purpose) }
            { children(store, assessment, judged, shown) }
        </>
    };
    html! {
        <li class="criterion">{ match brief { Some(brief) => fold(brief, whole), None => whole } }</li>
    }
}

/// A veto as what must hold, where it is judged.
fn title(judged: &Judged<'_>, shown: Shown, lang: Lang) -> String {
    let title = judged.criterion.title.get(lang);
    if shown.is_veto && shown.purpose.is_result() {
        words::not_the_case(title, lang)
    } else {
        title.to_owned()
    }
}

/// The first distance to what is required; that it is not met, where nothing is measured.
fn short_by(lines: &[Line], shown: Shown, lang: Lang) -> String {
    let unmet = lines.iter().filter(|line| line.truth == Truth::Unmet);
    let state = if shown.is_veto { words::TRIGGERED } else { words::NOT_MET };
    unmet.filter_map(|line| line.margin.clone()).next().unwrap_or_else(|| state.get(lang).to_owned())
}

/// The conditions beneath one. Of a result those are folded that the one above does not hang on: what is met beneath
/// what is not, and what is not needed beneath what is met.
fn children(store: &Store, assessment: &Assessment<'_, '_>, judged: &Judged<'_>, shown: Shown) -> Html {
    let is_met = judged.truth == Truth::Met;
    let folds = |child: &&Judged<'_>| shown.purpose.is_result() && (child.truth == Truth::Met) != is_met;
    let (folded, plain): (Vec<_>, Vec<_>) = judged.children().iter().partition(folds);
    let list = |children: &[&Judged<'_>]| {
        let items = children.iter().map(|child| view(store, assessment, child, shown.beneath(judged, child)));
        html! { <ul class="plain children">{ for items }</ul> }
    };
    let (count, lang) = (folded.len(), store.lang());
    let title = if is_met { words::needless(count, lang) } else { words::folded(State::Met, count, lang) };
    html! {
        <>
            if !plain.is_empty() { { list(&plain) } }
            if count > 0 { { fold(title, list(&folded)) } }
        </>
    }
}

fn mark(judged: &Judged<'_>, shown: Shown, lang: Lang) -> Html {
    match State::of_judged(judged) {
        _ if shown.is_needless => needless_mark(lang),
        state if shown.is_veto => veto_mark(state, lang),
        state => state_mark(state, judged.waived, lang),
    }
}

/// In a document the title is a place that links lead to.
fn heading(id: &str, title: String, purpose: Purpose) -> Html {
    match purpose {
        Purpose::Rules => html! { <h4 id={anchor(id)} tabindex="-1">{ title }</h4> },
        Purpose::Result | Purpose::Past => html! { <h4>{ title }</h4> },
    }
}

fn line(line: &Line, lang: Lang, purpose: Purpose, is_spare: bool) -> Html {
    let depth = format!("depth-{}", line.depth.min(4));
    if line.is_heading() {
        return html! { <p class={classes!("line-heading", depth)}>{ &line.subject }</p> };
    }
    let required = figure(words::REQUIRED.get(lang), line.requirement.as_deref());
    if purpose == Purpose::Rules {
        return html! {
            <div class={classes!("line", "rule", depth)}>
                <p class="subject">{ &line.subject }</p><dl>{ required }</dl>
            </div>
        };
    }
    let class = if is_spare && line.truth != Truth::Met { "spare" } else { look(line.truth).0 };
    let margin = if line.truth == Truth::Met { words::MARGIN.get(lang) } else { words::GAP.get(lang) };
    let own = line.own.as_deref().unwrap_or(words::NOT_GIVEN.get(lang));
    html! {
        <div class={classes!("line", class, depth)}>
            <p class="subject">{ &line.subject }</p>
            <dl>
                { required }
                { figure(words::YOURS.get(lang), Some(own)) }
                { figure(margin, line.margin.as_deref()) }
            </dl>
            if let Some(cause) = &line.cause { <p class="cause">{ cause }</p> }
        </div>
    }
}

fn figure(name: &'static str, value: Option<&str>) -> Html {
    value.map_or_else(Html::default, |value| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> })
}
