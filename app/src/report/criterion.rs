//! A condition: its state, its requirement, the own figure and the margin, and where it is written.

use super::{citation, state_mark};
use crate::{app::Store, standing::State, words::Lang};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Judged, Line, Truth};

/// Draws a condition with those beneath it.
pub fn view(store: &Store, assessment: &Assessment<'_, '_>, judged: &Judged<'_>) -> Html {
    let (lang, criterion) = (store.lang(), judged.criterion);
    let lines = assessment.explain(judged, lang);
    html! {
        <li class="criterion">
            <div class="criterion-head">
                <h4>{ criterion.title.get(lang) }</h4>
                if criterion.self_declared { <span class="pill plain">{ lang.pick("企业自述", "self-declared") }</span> }
                { state_mark(State::of_judged(judged), judged.waived, lang) }
            </div>
            { for lines.iter().map(|line| self::line(line, lang)) }
            { citation::view(store, criterion) }
            if !judged.children().is_empty() {
                <ul class="plain children">{ for judged.children().iter().map(|child| view(store, assessment, child)) }</ul>
            }
        </li>
    }
}

fn line(line: &Line, lang: Lang) -> Html {
    let depth = format!("depth-{}", line.depth.min(4));
    let class = match line.truth {
        Truth::Met => "met",
        Truth::Unmet => "unmet",
        Truth::Undetermined => "open",
    };
    if line.is_heading() {
        return html! { <p class={classes!("line-heading", depth)}>{ &line.subject }</p> };
    }
    let figure = |name: &'static str, value: &Option<String>| {
        value.as_ref().map(|value| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> })
    };
    let own = line.own.clone().or_else(|| Some(lang.pick("未填", "not given").to_owned()));
    html! {
        <div class={classes!("line", depth, class)}>
            <p class="subject">{ &line.subject }</p>
            <dl>
                { for figure(lang.pick("要求", "Required"), &line.requirement) }
                { for figure(lang.pick("本企业", "Yours"), &own) }
                { for figure(lang.pick("差距", "Margin"), &line.margin) }
            </dl>
            if let Some(cause) = &line.cause { <p class="cause">{ cause }</p> }
        </div>
    }
}
