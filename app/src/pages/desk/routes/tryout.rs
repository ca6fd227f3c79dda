//! 「试一试」: levers that are moved, and what comes of it at once.

use super::{
    handle::HandleField,
    later::{self, LaterLevel, Ruling},
    levers::{self, Handle},
    standing,
    trial::{Attempt, Outlook, Trial},
};
use crate::{
    action::Action,
    app::Store,
    draft::{Draft, key_of},
    effects,
    route::Route,
    words::{Lang, say},
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of the section.
#[derive(Clone, PartialEq, Properties)]
pub struct TryoutProps {
    /// The state.
    pub store: Store,
    /// The answers that it begins with.
    pub draft: Rc<Draft>,
    /// What is tried.
    pub trial: Trial,
    /// Where attempts go.
    pub dispatch: UseReducerDispatcher<Trial>,
}

/// What does not change while a lever is moved.
#[derive(PartialEq)]
struct Ground {
    /// The answers of the day that is looked at.
    draft: Draft,
    /// What can be tried.
    handles: Vec<Handle>,
}

/// Draws the section.
#[component]
pub fn Tryout(props: &TryoutProps) -> Html {
    let TryoutProps { store, draft, trial, dispatch } = props;
    let (rules, lang) = (&store.model().rules, store.lang());
    let ground = use_memo((Rc::clone(draft), rules.clone(), trial.outlook), |(draft, rules, outlook)| {
        ground(draft, rules, *outlook)
    });
    let answer = use_callback(dispatch.clone(), |action, dispatch| {
        if let Action::Answer { key, text } = action {
            dispatch.dispatch(Attempt::Try(key, text));
        }
    });
    let tried = trial.applied(&ground.draft);
    let levels = levels(draft, &ground.draft, rules, trial.outlook);
    let field = |handle: &Handle| -> Html {
        let key = key_of(rules.terms(), handle.place);
        html! {
            <HandleField
                key={key.clone()}
                rules={rules.clone()}
                handle={*handle}
                text={tried.text(&key).to_owned()}
                own={ground.draft.text(&key).to_owned()}
                as_of={ground.draft.scope.as_of}
                outlook={trial.outlook}
                {lang}
                send={answer.clone()}
            />
        }
    };
    let (named, other): (Vec<&Handle>, Vec<&Handle>) = ground.handles.iter().partition(|handle| handle.named);
    html! {
        <section class="tryout" aria-labelledby="tryout">
            <h2 id="tryout" tabindex="-1">{ lang.pick("试一试", "Try it out") }</h2>
            { outlooks(props) }
            { introduction(props, &ground, &levels) }
            <div class="page form">
                { standing::view(store, draft, &tried, trial, &levels) }
                <div class="main">
                    { tools(props, &ground) }
                    <div class="card">{ for named.into_iter().map(field) }</div>
                    if !other.is_empty() {
                        <details class="card">
                            <summary>{ others(other.len(), lang) }</summary>
                            { for other.into_iter().map(field) }
                        </details>
                    }
                </div>
            </div>
        </section>
    }
}

fn others(count: usize, lang: Lang) -> String {
    say!(lang, "其他可以试的 {count} 项", "{count} others to try")
}

fn ground(draft: &Rc<Draft>, rules: &crate::rules::Rules, outlook: Outlook) -> Ground {
    let later = match outlook {
        Outlook::Whenever => None,
        Outlook::NextYear => later::years_later(draft, rules.terms(), 1),
    };
    match later {
        None => Ground { draft: draft.as_ref().clone(), handles: levers::whenever(draft, rules) },
        Some(later) => {
            let levels = later::levels(draft, &later, rules);
            let handles = levers::next_year(&later, &levels, draft.scope.as_of.year(), rules);
            Ground { draft: later, handles }
        }
    }
}

/// The levels with the packs that judge what is tried.
fn levels<'r>(
    draft: &Draft,
    ground: &Draft,
    rules: &'r crate::rules::Rules,
    outlook: Outlook,
) -> Vec<LaterLevel<'r>> {
    match outlook {
        Outlook::NextYear => later::levels(draft, ground, rules),
        Outlook::Whenever => {
            let packs = draft.scope.packs(rules).into_iter();
            packs.map(|pack| LaterLevel { pack, ruling: Ruling::Same }).collect()
        }
    }
}

/// Which day is looked at.
fn outlooks(props: &TryoutProps) -> Html {
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

fn introduction(props: &TryoutProps, ground: &Ground, levels: &[LaterLevel<'_>]) -> Html {
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

/// Reset, a start for the plan, and the plan itself.
fn tools(props: &TryoutProps, ground: &Rc<Ground>) -> Html {
    let lang = props.store.lang();
    let dispatch = props.dispatch.clone();
    let reset = Callback::from(move |_: MouseEvent| dispatch.dispatch(Attempt::Reset));
    let untouched = props.trial.answers().is_empty();
    html! {
        <p class="actions">
            if props.trial.outlook == Outlook::NextYear { { fill(props, ground) } }
            <button type="button" class="button quiet" disabled={untouched} onclick={reset}>{ lang.pick("还原", "Reset") }</button>
            <button type="button" class="button quiet" disabled={untouched} onclick={planning(props, ground)}>
                { lang.pick("另建为计划", "Make it a plan") }
            </button>
            <span class="note">{ lang.pick("试的数只在本页；计划是另一份填报，原来的可以恢复", "What is tried stays on this page; a plan is another form, and the present one can be brought back") }</span>
        </p>
    }
}

/// Begins the plan with the figures of the year before.
fn fill(props: &TryoutProps, ground: &Rc<Ground>) -> Html {
    let lang = props.store.lang();
    let (dispatch, ground, rules) =
        (props.dispatch.clone(), Rc::clone(ground), props.store.model().rules.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let places = ground.handles.iter().map(|handle| handle.place);
        let answers = later::as_the_year_before(&ground.draft, rules.terms(), places);
        dispatch.dispatch(Attempt::Fill(answers));
    });
    html! { <button type="button" class="button" {onclick}>{ lang.pick("计划先按前一年的数", "Begin with the year before") }</button> }
}

/// Makes a form of its own of what is tried, and opens it.
fn planning(props: &TryoutProps, ground: &Rc<Ground>) -> Callback<MouseEvent> {
    let (props, ground) = (props.clone(), Rc::clone(ground));
    Callback::from(move |_| {
        let (rules, answers) = (&props.store.model().rules, props.trial.answers());
        let plan = match props.trial.outlook {
            Outlook::Whenever => later::plan(&props.draft, answers, rules.terms()),
            Outlook::NextYear => Some(later::plan_of(&ground.draft, answers)),
        };
        if let Some(plan) = plan {
            props.store.send(Action::Plan(Box::new(plan)));
            effects::go(&Route::Form(None));
        }
    })
}
