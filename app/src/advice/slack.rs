//! Slack 「安全余量」: what a firm that qualifies by a hair wants to know.

use crate::{
    advice::level::Level,
    words::{Lang, say},
};
use yew::prelude::*;
use zjtx_evaluator::advice::Slack;

/// Draws the slack of a level's conditions that are met, folded up.
pub fn list(level: &Level<'_>, lang: Lang) -> Html {
    let slack = &level.advice.slack;
    if slack.is_empty() {
        return Html::default();
    }
    let (count, tight) = (slack.len(), slack.iter().filter(|slack| is_tight(slack)).count());
    html! {
        <details class="slack">
            <summary><h3>{ say!(lang, "安全余量（{count} 项，其中刚好满足 {tight} 项）", "To spare ({count}, of which {tight} just enough)") }</h3></summary>
            <p class="note">{ lang.pick("已满足的条件还能变动多少而仍然满足，其他情况不变。", "How far a figure may move, all else as it is, before a condition that is met no longer is.") }</p>
            <ul>{ for slack.iter().map(|slack| item(level, slack, lang)) }</ul>
        </details>
    }
}

fn item(level: &Level<'_>, slack: &Slack<'_>, lang: Lang) -> Html {
    html! {
        <li>
            { slack.criterion.title.get(lang) }{ lang.pick("：", ": ") }{ level.words.slack(slack) }
            if is_tight(slack) { { " " }<b>{ lang.pick("（刚好，没有余量）", "(just enough, none to spare)") }</b> }
        </li>
    }
}

/// Whether there is nothing to spare.
fn is_tight(slack: &Slack<'_>) -> bool {
    slack.from == slack.to
}
