//! Charts, as elements of a script that comes with the first of them (`static/lists/charts.js`).

use crate::{
    effects::scripts,
    lists::{
        messages::{Counts, Reached},
        moves::{Moves, name},
        words,
    },
    words::Lang,
};
use serde_json::json;
use yew::prelude::*;

/// The script's address from the site's top.
const SCRIPT: &str = "lists-charts.js";

/// What a chart draws, as its script reads it.
#[derive(Clone, PartialEq, Properties)]
struct ChartProps {
    drawing: String,
    label: String,
}

#[component]
fn Chart(props: &ChartProps) -> Html {
    use_effect_with((), |()| scripts::load(SCRIPT));
    html! {
        <list-chart role="img" aria-label={props.label.clone()} drawing={props.drawing.clone()}></list-chart>
    }
}

/// How firms flow from verdicts to verdicts; its table stands before it.
pub fn flow(moves: &Moves, lang: Lang) -> Html {
    if moves.is_empty() {
        return Html::default();
    }
    let node = |side: &str, state: Reached| {
        let id = Reached::ALL.iter().find(|(_, known)| *known == state).map_or("", |(id, _)| id);
        format!("{side}-{id}")
    };
    let nodes = |side: &'static str, states: Vec<Reached>| {
        let used = Reached::ALL.into_iter().filter(move |(_, state)| states.contains(state));
        used.map(
            move |(id, state)| json!({ "id": format!("{side}-{id}"), "name": name(state, lang), "kind": id }),
        )
    };
    let before = moves.iter().map(|(before, ..)| *before).collect();
    let after = moves.iter().map(|(_, after, _)| *after).collect();
    let nodes: Vec<_> = nodes("before", before).chain(nodes("after", after)).collect();
    let links: Vec<_> = moves
        .iter()
        .map(|(before, after, firms)| {
            json!({ "source": node("before", *before), "target": node("after", *after), "value": firms })
        })
        .collect();
    let changed: u64 =
        moves.iter().filter(|(before, after, _)| before != after).map(|(.., firms)| firms).sum();
    let label = words::flow(changed, lang);
    let drawing = json!({ "kind": "flow", "nodes": nodes, "links": links }).to_string();
    html! { <Chart {drawing} {label} /> }
}

/// Firms by verdict over the values of a figure, as far as they are judged; its table stands after it.
pub fn curve(values: &[String], points: &[Option<Counts>], lang: Lang) -> Html {
    let line = |(at, (kind, state)): (usize, (&str, Reached))| {
        let firms: Vec<_> = points.iter().map(|point| point.map(|counts| counts[at])).collect();
        json!({ "kind": kind, "name": name(state, lang), "firms": firms })
    };
    // No rules apply to no firm of a trial.
    let lines: Vec<_> = Reached::ALL.into_iter().take(3).enumerate().map(line).collect();
    let label = words::CURVE_LABEL.get(lang).to_owned();
    let drawing = json!({ "kind": "curve", "values": values, "lines": lines }).to_string();
    html! { <Chart {drawing} {label} /> }
}
