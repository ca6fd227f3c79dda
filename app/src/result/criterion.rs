//! A condition: its state, its requirement, the own figure and the margin, and where it is written.

use crate::{
    result::{
        citation,
        marks::{look, state_mark},
        purpose::{Purpose, anchor},
    },
    standing::State,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Judged, Line, Truth};

/// Draws a condition with those beneath it.
pub fn view(store: &Store, assessment: &Assessment<'_, '_>, judged: &Judged<'_>, purpose: Purpose) -> Html {
    let (lang, criterion) = (store.lang(), judged.criterion);
    let lines = assessment.explain(judged, lang);
    html! {
        <li class={classes!("criterion", satisfied(judged, purpose))}>
            <div class="criterion-head">
                { heading(&criterion.id, criterion.title.get(lang), purpose) }
                if criterion.self_declared { <span class="pill plain">{ lang.pick("企业自述", "self-declared") }</span> }
                if purpose == Purpose::Result { { state_mark(State::of_judged(judged), judged.waived, lang) } }
            </div>
            { for lines.iter().map(|line| self::line(line, lang, purpose)) }
            { citation::view(store, assessment.pack().id(), criterion, purpose) }
            if !judged.children().is_empty() {
                <ul class="plain children">{ for judged.children().iter().map(|child| view(store, assessment, child, purpose)) }</ul>
            }
        </li>
    }
}

/// Marks what need not be shown to who looks for what is not met yet.
pub fn satisfied(judged: &Judged<'_>, purpose: Purpose) -> Option<&'static str> {
    (purpose == Purpose::Result && judged.truth == Truth::Met).then_some("satisfied")
}

/// In a document the title is a place that links lead to.
fn heading(id: &str, title: &str, purpose: Purpose) -> Html {
    match purpose {
        Purpose::Rules => html! { <h4 id={anchor(id)} tabindex="-1">{ title }</h4> },
        Purpose::Result => html! { <h4>{ title }</h4> },
    }
}

fn line(line: &Line, lang: Lang, purpose: Purpose) -> Html {
    let depth = format!("depth-{}", line.depth.min(4));
    if line.is_heading() {
        return html! { <p class={classes!("line-heading", depth)}>{ &line.subject }</p> };
    }
    let required = figure(lang.pick("要求", "Required"), line.requirement.as_deref());
    if purpose == Purpose::Rules {
        return html! {
            <div class={classes!("line", "rule", depth)}><p class="subject">{ &line.subject }</p><dl>{ required }</dl></div>
        };
    }
    let own = line.own.as_deref().unwrap_or(lang.pick("未填", "not given"));
    html! {
        <div class={classes!("line", look(line.truth).0, depth)}>
            <p class="subject">{ &line.subject }</p>
            <dl>
                { required }
                { figure(lang.pick("本企业", "Yours"), Some(own)) }
                { figure(lang.pick("差距", "Margin"), line.margin.as_deref()) }
            </dl>
            if let Some(cause) = &line.cause { <p class="cause">{ cause }</p> }
        </div>
    }
}

fn figure(name: &'static str, value: Option<&str>) -> Html {
    value.map_or_else(Html::default, |value| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> })
}
