//! Slack 「达标富余」: by how much conditions are met, the tightest first.

use crate::{
    advice::{level::Level, words},
    words::Lang,
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
            <summary><h3>{ words::to_spare_of_which(lang, count, tight) }</h3></summary>
            <p class="note">{ words::HOW_FAR_A_FIGURE.get(lang) }</p>
            <ul>{ for slack.iter().map(|slack| item(level, slack, lang)) }</ul>
        </details>
    }
}

fn item(level: &Level<'_>, slack: &Slack<'_>, lang: Lang) -> Html {
    html! {
        <li>
            { slack.criterion.title.get(lang) }{ words::COLON.get(lang) }{ level.words.slack(slack) }
            if is_tight(slack) { { " " }<b>{ words::JUST_ENOUGH_NONE_TO.get(lang) }</b> }
        </li>
    }
}

/// Whether there is nothing to spare.
fn is_tight(slack: &Slack<'_>) -> bool {
    slack.from == slack.to
}
