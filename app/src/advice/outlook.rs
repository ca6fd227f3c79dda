//! Of which day it is tried, and which rules judge it.

use crate::{
    advice::{
        ground::{Ground, TryoutProps},
        later::{LaterLevel, Ruling},
        trial::{Attempt, Outlook},
    },
    words::{Lang, say},
};
use yew::prelude::*;

/// Which day is looked at.
pub fn choice(props: &TryoutProps) -> Html {
    let lang = props.store.lang();
    let both = [
        (Outlook::Whenever, lang.pick("今后申报时要达到的水平", "What would be enough when applying later")),
        (Outlook::NextYear, lang.pick("同一家企业，下一年", "The same firm, next year")),
    ];
    html! {
        <fieldset>
            <legend>{ lang.pick("试什么", "What to try") }</legend>
            <div class="answers">{ for both.into_iter().map(|(outlook, name)| {
                let dispatch = props.dispatch.clone();
                let onchange = Callback::from(move |_: Event| dispatch.dispatch(Attempt::Look(outlook)));
                html! {
                    <label class="answer">
                        <input type="radio" name="outlook" checked={props.trial.outlook == outlook} {onchange} />
                        <span>{ name }</span>
                    </label>
                }
            }) }</div>
        </fieldset>
    }
}

/// What is tried, and what is not.
pub fn introduction(props: &TryoutProps, ground: &Ground, levels: &[LaterLevel<'_>]) -> Html {
    let lang = props.store.lang();
    match props.trial.outlook {
        Outlook::Whenever => html! { <p class="note">{ lang.pick(
            "已结束年度的数据照实填报，不在这里变动；这里试的是今后申报时，所看年度达到什么水平就够。",
            "Figures of closed years stay as they are. What is tried is how much would be enough in the years that a later application looks at.",
        ) }</p> },
        Outlook::NextYear => next_year(props, ground, levels),
    }
}

/// The day that is looked at, and the rules that judge it.
fn next_year(props: &TryoutProps, ground: &Ground, levels: &[LaterLevel<'_>]) -> Html {
    let (rules, lang) = (&props.store.model().rules, props.store.lang());
    let (day, open) = (ground.draft.scope.as_of, props.draft.scope.as_of.year());
    html! {
        <div class="notice">
            <p>{ say!(
                lang,
                "设想在 {day} 申报：{open} 年成为上年度，由您填写计划；此前各年照实不动，各项年限加一年。",
                "As if applying on {day}: {open} is then the year before and is planned by you; earlier years stay as they are, durations grow by a year."
            ) }</p>
            <ul>{ for levels.iter().map(|level| {
                let scheme = rules.scheme_title(level.pack.scheme(), lang);
                html! { <li>{ ruling(scheme, level, lang) }</li> }
            }) }</ul>
        </div>
    }
}

fn ruling(scheme: &str, level: &LaterLevel<'_>, lang: Lang) -> String {
    let pack = level.pack.title().get(lang);
    match level.ruling {
        Ruling::Same => say!(
            lang,
            "{scheme}：届时按现行规则判断（{pack}，已知规则里没有后续版本）",
            "{scheme}: judged by the present rules, the latest known ({pack})"
        ),
        Ruling::Other => say!(
            lang,
            "{scheme}：届时适用另一版规则，按它判断（{pack}）",
            "{scheme}: other rules apply then and judge ({pack})"
        ),
        Ruling::Present => say!(
            lang,
            "{scheme}：届时没有已知的规则，仍按现行规则判断（{pack}）",
            "{scheme}: no rules are known for then; judged by the present ones ({pack})"
        ),
    }
}
